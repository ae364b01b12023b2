import type { Decision } from './decision.ts';

/** What a decision asks of whoever keeps the hedge. */
export type HedgeAction = 'add' | 'take-off' | 'stand-down' | 'nothing';

/** The action of a decision: `stand-down` where the rules alone would add and an overlay keeps them from it. */
export function hedgeAction({ ratio, standDown }: Pick<Decision, 'ratio' | 'standDown'>): HedgeAction {
  if (ratio.step !== 0) {
    return ratio.step > 0 ? 'add' : 'take-off';
  }
  return standDown.length > 0 && ratio.target > ratio.now ? 'stand-down' : 'nothing';
}

import type { Programme } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** The programme after a step; back at base, an event may use all of its up-steps again. */
export function adoptStep(
  programme: Programme,
  step: number,
  { session, settings }: { readonly session: Session; readonly settings: Settings },
): Programme {
  const { byHand: _, ...ruled } = programme;
  const moved = { ...ruled, ratio: roundOff(programme.ratio + step) };
  if (step < 0) {
    const upUsed = isAboveBase(moved, settings) ? programme.upUsed : 0;
    return { ...moved, upUsed, lastDownStep: session };
  }
  const used = isAboveBase(programme, settings) ? programme.upUsed : 0;
  return { ...moved, upUsed: roundOff(used + step), lastUpStep: session };
}

/** Whether there is anything to take down: the programme ratio stands above the server's base. */
export function isAboveBase({ ratio }: Programme, settings: Pick<Settings, 'ratio.base'>): boolean {
  return roundOff(ratio - settings['ratio.base']) > 0;
}

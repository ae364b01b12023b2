import { describe, expect, it } from 'vitest';
import type { State } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';
import { isNews } from '#engine/alert/is-news.ts';
import { aDecision } from '#test/support/engine/decision.ts';

const IDS: readonly EvidenceId[] = [
  'print',
  'lag',
  'trend',
  'breadth',
  'rsi',
  'macd',
  'smallCapVol',
  'term',
  'lateGate',
];

/** The evidence that now is true and was false, in a state that stays. */
function newsIn(state: State): readonly EvidenceId[] {
  return IDS.filter((id) =>
    isNews(
      aDecision({
        state,
        stateBefore: state,
        evidence: [{ id, truth: 'true', measures: [] }],
        changed: true,
      }),
      { evidence: { [id]: 'false' } },
    ),
  );
}

describe('isNews', () => {
  it.each([
    ['CALM', ['print']],
    ['ARMED', ['lag']],
    ['WATCH', ['trend', 'breadth', 'rsi', 'macd']],
    ['CONFIRM', ['rsi', 'macd', 'lateGate']],
    ['CAPITULATION', ['breadth', 'lateGate']],
    ['HOLD', []],
    ['UNWIND', []],
  ] as const)('in %s is a change of %j alone', (state, expected) => {
    expect(newsIn(state).toSorted()).toEqual(expected.toSorted());
  });

  it('is every other state, so the close that enters HOLD, and every step', () => {
    const entered = aDecision({ state: 'HOLD', stateBefore: 'CAPITULATION' });
    const ratio = { ...aDecision().ratio, now: 0.65, step: -0.05, next: 0.6 };
    expect(isNews(entered, { evidence: {} })).toBe(true);
    expect(isNews({ ...entered, stateBefore: 'HOLD' }, { evidence: {} })).toBe(false);
    expect(isNews(aDecision({ state: 'UNWIND', stateBefore: 'UNWIND', ratio }), { evidence: {} })).toBe(true);
  });

  it('is not what the close alone can tell, nor what was never looked at', () => {
    const blind = { id: 'lag', truth: 'unknown', reason: 'not-yet-closed', measures: [] } as const;
    const armed = aDecision({ state: 'ARMED', stateBefore: 'ARMED', evidence: [blind] });
    expect(isNews(armed, { evidence: { lag: 'false' } })).toBe(false);
    const lags = { id: 'lag', truth: 'true', measures: [] } as const;
    expect(isNews({ ...armed, evidence: [lags] }, { evidence: {} })).toBe(false);
  });
});

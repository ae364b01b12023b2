import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { Close } from '#domain/market/session.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { decide, FAR_BELOW } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

/** The close at which everything confirms, with one index's closes changed. */
function spoiled(
  index: 'rut' | 'spx' | 'vix',
  change: (closes: readonly Close[]) => readonly Close[],
): Snapshot {
  const snapshot = official(1);
  const daily: DailyCloses = snapshot.market[index];
  const market: MarketHistory = { ...snapshot.market, [index]: { ...daily, closes: change(daily.closes) } };
  return { ...snapshot, market };
}

const judged = (snapshot: Snapshot): Decision => decide(snapshot, { memory: memoryAfter(0) });

/** Another close in place of the one so many sessions back. */
const replaced = (back: number, close: number) => (closes: readonly Close[]) =>
  closes.map((day, index) => (index === closes.length - 1 - back ? { ...day, close } : day));

const without = (back: number) => (closes: readonly Close[]) =>
  closes.filter((_, index) => index !== closes.length - 1 - back);

function expectNothingRaised(decision: Decision): void {
  expect(decision.state).toBe(decision.stateBefore);
  expect(decision.ratio).toMatchObject({ step: 0, next: 0.6 });
  expect(decision).not.toHaveProperty('adopts');
}

describe('evaluate, on data that cannot be used,', () => {
  it('raises at this close when nothing is wrong with it', () => {
    expect(judged(official(1))).toMatchObject({ state: 'CAPITULATION', ratio: { step: 0.1 }, degraded: [] });
  });

  it.each([
    ['not a number today', replaced(0, Number.NaN), 'impossible-value'],
    ['zero today', replaced(0, 0), 'impossible-value'],
    ['negative in the last year', replaced(30, -5), 'impossible-value'],
    ['infinite in the last year', replaced(30, Infinity), 'impossible-value'],
    ['missing today', without(0), 'stale'],
    ['missing in the last year', without(40), 'session-missing'],
    ['only twenty', (closes: readonly Close[]) => closes.slice(-20), 'too-little-history'],
    ['none at all', () => [], 'not-supplied'],
    [
      'two that disagree about a session',
      (closes: readonly Close[]) => [
        ...closes,
        ...closes.slice(-5).map((day) => ({ ...day, close: day.close + 1 })),
      ],
      'impossible-value',
    ],
  ] as const)('is degraded, and raises nothing, when the closes of RUT are %s', (_, change, reason) => {
    const decision = judged(spoiled('rut', change));
    expect(decision.degraded).toEqual([{ input: 'rut', reason }]);
    expectNothingRaised(decision);
    for (const id of ['lag', 'trend', 'rsi', 'macd'] as const) {
      expect(decision.evidence.find((piece) => piece.id === id)).toMatchObject({ truth: 'unknown', reason });
    }
  });

  it('asks for 250 closes in a row, and is content with them', () => {
    expect(judged(spoiled('rut', (closes) => closes.slice(-249))).degraded).toEqual([
      { input: 'rut', reason: 'too-little-history' },
    ]);
    expect(judged(spoiled('rut', (closes) => closes.slice(-250))).degraded).toEqual([]);
  });

  it('never shows a value beside unknown momentum', () => {
    const decision = judged(spoiled('rut', replaced(3, Number.NaN)));
    const unknown = decision.evidence.filter(({ truth }) => truth === 'unknown');
    // Nobody gives an RVX in this story.
    expect(unknown.map(({ id }) => id)).toEqual(['lag', 'trend', 'rsi', 'macd', 'smallCapVol']);
    expect(unknown.flatMap(({ measures }) => measures).every(({ value }) => value === undefined)).toBe(true);
  });

  it.each([
    ['missing today', without(0), 'stale'],
    ['missing the day before', without(1), 'session-missing'],
    ['zero', replaced(0, 0), 'impossible-value'],
  ] as const)('is degraded, and raises nothing, when the VIX is %s', (_, change, reason) => {
    const decision = judged(spoiled('vix', change));
    expect(decision.degraded).toEqual([{ input: 'vix', reason }]);
    expect(decision.rank).toBe('CAPITULATION');
    expect(decision.ratio.limits).toContain('degraded');
    expectNothingRaised(decision);
  });

  it('is degraded by SPX alone, and still knows where RUT stands to its average', () => {
    const decision = judged(spoiled('spx', without(0)));
    const truths = Object.fromEntries(decision.evidence.map(({ id, truth }) => [id, truth]));
    expect(decision.degraded).toEqual([{ input: 'spx', reason: 'stale' }]);
    expect(truths).toMatchObject({ lag: 'unknown', rsi: 'unknown', macd: 'unknown', trend: 'true' });
  });

  it('takes an official evaluation whose session has not closed as stale in every input', () => {
    const snapshot = { ...story.at(1, 'question'), evaluation: official(2).evaluation };
    const decision = judged({ ...snapshot, sessions: official(2).sessions });
    expect(decision.degraded).toEqual(
      (['rut', 'spx', 'vix'] as const).map((input) => ({ input, reason: 'stale' })),
    );
    expectNothingRaised(decision);
  });

  it('does not mind closes that are told twice alike, out of order, or of no session', () => {
    const holiday = { session: '2014-02-01', close: 1 };
    const shuffled = spoiled('rut', (closes) => [holiday, ...closes.toReversed(), ...closes.slice(-3)]);
    expect(judged(shuffled)).toEqual(judged(official(1)));
  });

  it('does not see closes of sessions after the last one', () => {
    const tomorrow = { session: story.session(2), close: 1 };
    expect(judged(spoiled('rut', (closes) => [...closes, tomorrow]))).toEqual(judged(official(1)));
  });

  it('counts a close with missing momentum neither for nor against an unwind', () => {
    const raised = memoryAfter(11);
    const snapshot = official(12);
    const rut = { ...snapshot.market.rut, closes: snapshot.market.rut.closes.slice(0, -1) };
    const blind = decide({ ...snapshot, market: { ...snapshot.market, rut } }, { memory: raised });
    expect(blind).toMatchObject({ unwind: { holds: 'unknown', onCloses: [] }, ratio: { step: 0 } });
    const next = decide(official(13), { memory: blind.memory });
    expect(next.unwind.onCloses).toEqual([story.session(11), story.session(13)]);
    expect(next.ratio.step).toBe(-0.05);
  });

  it('takes no close for one below the state whose RUT or SPX is missing, but one without the VIX', () => {
    const joined = official(8, { prints: [weakCpi, story.print(8, FAR_BELOW)], breadth: true });
    const before = { ...memoryAfter(7), state: 'CONFIRM', closesBelow: 1, rankBelow: 'ARMED' } as const;
    const lacking = (index: 'rut' | 'spx' | 'vix'): Decision => {
      const daily = joined.market[index];
      const market = { ...joined.market, [index]: { ...daily, closes: daily.closes.slice(0, -1) } };
      return decide({ ...joined, market }, { memory: before });
    };
    expect(lacking('rut')).toMatchObject({ state: 'CONFIRM', memory: { closesBelow: 1 } });
    expect(lacking('spx')).toMatchObject({ state: 'CONFIRM', memory: { closesBelow: 1 } });
    expect(lacking('vix')).toMatchObject({ state: 'ARMED', memory: { closesBelow: 0 } });
  });

  it('halves the raise, and is not degraded, while breadth is counted wrongly', () => {
    const snapshot = official(1);
    const { breadth } = snapshot.market;
    const days = breadth?.small.days.map((day) => ({ ...day, advances: -1 })) ?? [];
    const wrong = breadth && { ...breadth, small: { ...breadth.small, days } };
    const decision = judged({
      ...snapshot,
      market: { ...snapshot.market, ...(wrong && { breadth: wrong }) },
    });
    expect(decision).toMatchObject({ degraded: [], ratio: { target: 0.725, strength: 0.5 } });
  });
});

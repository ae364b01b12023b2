import { describe, expect, it } from 'vitest';
import { NoLiveSources } from '#domain/problem.ts';
import type { Score } from '#domain/signal/score.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { scoreRecommendations } from '#services/signal/score-recommendations.ts';
import { signalHistory } from '#services/signal/signal-history.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { memoryAfter, official, story } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const RAISE = aDecision({
  id: `${story.session(1)}.official`,
  evaluation: { kind: 'official', session: story.session(1) },
  lastSession: story.session(1),
  ratio: { ...aDecision().ratio, step: 0.1, next: 0.7 },
});

/** A ledger that one step was recommended in, and what was stored of it. */
function ledgerOf(decisions = 1) {
  const stored: Score[] = [];
  return {
    stored,
    decisions: async (_server: string, limit: number) =>
      Array.from({ length: Math.min(decisions, limit) }, () => RAISE),
    recommendations: async () => [RAISE],
    scores: async () => [...stored],
    keepScores: async (_server: string, scores: readonly Score[]) => void stored.push(...scores),
  };
}

const market = (place: number) => measureMarket(official(place));

describe('scoreRecommendations', () => {
  it('looks at a step again after one session and after five, and at neither before', async () => {
    const ledger = ledgerOf();
    await scoreRecommendations({ ledger }, '1', market(1));
    expect(ledger.stored).toEqual([]);
    await scoreRecommendations({ ledger }, '1', market(2));
    expect(ledger.stored.map(({ horizon, until }) => [horizon, until])).toEqual([[1, story.session(2)]]);
    await scoreRecommendations({ ledger }, '1', market(6));
    expect(ledger.stored.map(({ horizon }) => horizon)).toEqual([1, 5]);
  });

  it('writes a score once, whatever is known later', async () => {
    const ledger = ledgerOf();
    await scoreRecommendations({ ledger }, '1', market(2));
    await scoreRecommendations({ ledger }, '1', market(3));
    expect(ledger.stored).toHaveLength(1);
  });
});

describe('signalHistory', () => {
  const looking =
    (place: number): EvaluationServices['lookNow'] =>
    async (server) => ({
      server,
      serverSettings: { version: 1, settings: someSettings(), changes: [] },
      memory: memoryAfter(0),
      snapshot: official(place),
      market: market(place),
    });

  it('scores what is due before it tells, and shows at most twelve decisions', async () => {
    const ledger = ledgerOf(40);
    const history = await signalHistory({ ledger, lookNow: looking(6), watermark: 'RECORDED' }, '1', signal);
    expect(history.decisions).toHaveLength(12);
    expect(history.scores.map(({ horizon }) => horizon)).toEqual([5, 1]);
    expect(history.watermark).toBe('RECORDED');
  });

  it('tells what is stored even while no market can be looked at', async () => {
    const ledger = ledgerOf();
    const lookNow = () => Promise.reject(new NoLiveSources());
    expect((await signalHistory({ ledger, lookNow }, '1', signal)).scores).toEqual([]);
  });

  it('hides no failure of ours', async () => {
    const lookNow = () => Promise.reject(new TypeError('ours'));
    await expect(signalHistory({ ledger: ledgerOf(), lookNow }, '1', signal)).rejects.toThrow('ours');
  });
});

describe('what a history shows', () => {
  const noMarket = () => Promise.reject(new NoLiveSources());
  const scoreOf = (place: number): Score => ({
    decisionId: `decision ${place}`,
    session: story.session(place),
    step: 0.1,
    horizon: 1,
    until: story.session(place + 1),
    vixChange: 1,
    spxReturn: -1,
    relative: -1,
    drawdown: -1,
    right: place % 2 === 0,
  });

  it('is the latest six scores, newest first, and the calibration over all of them', async () => {
    const ledger = ledgerOf();
    ledger.stored.push(...Array.from({ length: 8 }, (_, place) => scoreOf(place)));
    const { scores, calibration } = await signalHistory({ ledger, lookNow: noMarket }, '1', signal);
    expect(scores.map(({ decisionId }) => decisionId)).toEqual(
      [7, 6, 5, 4, 3, 2].map((place) => `decision ${place}`),
    );
    expect(calibration).toContainEqual(
      expect.objectContaining({ direction: 'up', horizon: 1, count: 8, right: 4 }),
    );
  });

  it('is read of the server that asks', async () => {
    const asked: unknown[] = [];
    const ledger = {
      ...ledgerOf(),
      async decisions(server: string, limit: number) {
        asked.push([server, limit]);
        return [];
      },
      async scores(server: string) {
        asked.push(server);
        return [];
      },
    };
    await signalHistory({ ledger, lookNow: noMarket }, '7', signal);
    expect(asked).toEqual(['7', ['7', 12]]);
  });

  it('bears no mark on live data', async () => {
    const history = await signalHistory({ ledger: ledgerOf(), lookNow: noMarket }, '1', signal);
    expect(history).not.toHaveProperty('watermark');
  });
});

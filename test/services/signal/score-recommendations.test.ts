import { describe, expect, it, vi } from 'vitest';
import type { Score } from '#domain/signal/score.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';
import { scoreRecommendations } from '#services/signal/score-recommendations.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';

const story = tellStory(Array.from({ length: 25 }, (_, place) => ({ rut: 0, spx: 0.01, vix: 15 + place })));
const usual = aDecision({ lastSession: story.session(0) });
const raise = { ...usual, id: 'raise', ratio: { ...usual.ratio, step: 0.1 } };

async function score(place: number, known: readonly Pick<Score, 'decisionId' | 'horizon'>[] = []) {
  const keepScores = vi.fn<ScoreLedger['keepScores']>().mockResolvedValue();
  const past = known.map((one) => ({ ...EMPTY, ...one }));
  const ledger: ScoreLedger = {
    keepScores,
    scores: async () => past,
    recommendations: async () => [raise],
  };
  await scoreRecommendations({ ledger }, '7', measureMarket(story.at(place, 'official')));
  return keepScores.mock.calls;
}

const EMPTY: Score = {
  decisionId: '',
  session: '',
  step: 0,
  horizon: 1,
  until: '',
  vixChange: 0,
  spxReturn: 0,
  relative: 0,
  drawdown: 0,
  right: true,
};

describe('scoreRecommendations', () => {
  it('looks at a step again after one session, five and twenty, as each has passed', async () => {
    const horizons = async (place: number) => (await score(place))[0]?.[1].map(({ horizon }) => horizon);
    expect(await horizons(0)).toBeUndefined();
    expect(await horizons(1)).toEqual([1]);
    expect(await horizons(4)).toEqual([1]);
    expect(await horizons(5)).toEqual([1, 5]);
    expect(await horizons(20)).toEqual([1, 5, 20]);
  });

  it('keeps them for the server, and not a second time', async () => {
    const [[server, scores] = []] = await score(5, [
      { decisionId: 'raise', horizon: 1 },
      { decisionId: 'another', horizon: 5 },
    ]);
    expect(server).toBe('7');
    expect(scores).toMatchObject([{ decisionId: 'raise', horizon: 5, vixChange: 5 }]);
    const both = [1, 5] as const;
    expect(
      await score(
        5,
        both.map((horizon) => ({ decisionId: 'raise', horizon })),
      ),
    ).toEqual([]);
  });
});

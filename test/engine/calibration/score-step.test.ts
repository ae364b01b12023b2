import { describe, expect, it } from 'vitest';
import type { Score } from '#domain/signal/score.ts';
import { calibrate, scoreStep } from '#engine/calibration/score-step.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';

/** SPX falls 2 %, then 1 %, then rises 4 %; the VIX goes from 18 to 20, 25 and 17. */
const story = tellStory([
  { rut: 0, spx: 0, vix: 18 },
  { rut: -0.03, spx: -0.02, vix: 20 },
  { rut: -0.01, spx: -0.01, vix: 25 },
  { rut: 0.01, spx: 0.04, vix: 17 },
  { rut: 0, spx: 0, vix: 17 },
  { rut: 0, spx: 0, vix: 17 },
]);

const stepOf = (step: number) => ({
  ...aDecision({ lastSession: story.session(0) }),
  ratio: { ...aDecision().ratio, step },
});
const market = (place: number) => measureMarket(story.at(place, 'official'));

describe('scoreStep', () => {
  it('measures from the close of the step to the close so many sessions later', () => {
    const score = scoreStep(stepOf(0.1), 1, market(5));
    expect(score).toMatchObject({ until: story.session(1), vixChange: 2, right: true });
    expect(score?.spxReturn).toBeCloseTo(-2, 2);
    expect(score?.relative).toBeCloseTo((Math.log(0.97) - Math.log(0.98)) * 100, 2);
  });

  it('finds the deepest close in between, however it ended', () => {
    const score = scoreStep(stepOf(0.1), 5, market(5));
    expect(score?.drawdown).toBeCloseTo((0.98 * 0.99 - 1) * 100, 2);
    expect(score).toMatchObject({ vixChange: -1, right: false });
  });

  it('calls a down-step right when the VIX stood no higher', () => {
    expect(scoreStep(stepOf(-0.05), 5, market(5))?.right).toBe(true);
    expect(scoreStep(stepOf(-0.05), 1, market(5))?.right).toBe(false);
  });

  it('gives no score before its time, without a step, or where a close is missing', () => {
    expect(scoreStep(stepOf(0.1), 5, market(4))).toBeUndefined();
    expect(scoreStep(stepOf(0), 1, market(5))).toBeUndefined();
    const gap = story.at(5, 'official');
    const vix = {
      ...gap.market.vix,
      closes: gap.market.vix.closes.filter(({ session }) => session !== story.session(1)),
    };
    const blind = measureMarket({ ...gap, market: { ...gap.market, vix } });
    expect(scoreStep(stepOf(0.1), 1, blind)).toBeUndefined();
  });

  it('gives no score where a close in between is missing: the deepest may have been that one', () => {
    const whole = story.at(5, 'official');
    const spx = {
      ...whole.market.spx,
      closes: whole.market.spx.closes.filter(({ session }) => session !== story.session(2)),
    };
    const gap = measureMarket({ ...whole, market: { ...whole.market, spx } });
    expect(scoreStep(stepOf(0.1), 1, gap)).toBeDefined();
    expect(scoreStep(stepOf(0.1), 5, gap)).toBeUndefined();
  });
});

describe('calibrate', () => {
  const score = (step: number, right: boolean): Score => ({
    decisionId: `d${step}${right}`,
    session: '2014-09-23',
    step,
    horizon: 5,
    until: '2014-09-30',
    vixChange: right ? 3 : -1,
    spxReturn: -1,
    relative: 0,
    drawdown: -2,
    right,
  });

  it('counts each direction and horizon apart, with a Wilson interval', () => {
    // Reference: 7 of 11 has a Wilson interval of 35 to 85 % (E. B. Wilson 1927).
    const scores = Array.from({ length: 11 }, (_, place) => score(0.1, place < 7));
    const up = calibrate(scores).find(({ direction, horizon }) => direction === 'up' && horizon === 5);
    expect(up).toMatchObject({ count: 11, right: 7 });
    expect(up?.interval?.low).toBeCloseTo(0.354, 2);
    expect(up?.interval?.high).toBeCloseTo(0.848, 2);
    expect(up?.meanVixChange).toBeCloseTo((7 * 3 - 4) / 11, 9);
  });

  it('has a row without a share where nothing was scored', () => {
    const none = calibrate([]);
    expect(none).toHaveLength(6);
    expect(none.every((row) => row.count === 0 && row.interval === undefined)).toBe(true);
  });
});

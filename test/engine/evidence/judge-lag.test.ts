import { describe, expect, it } from 'vitest';
import { judgeLag } from '#engine/evidence/judge-lag.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';
import { official, story } from '#test/support/engine/weak-cpi-story.ts';

const settings = someSettings();
const sincePrint = { sessionBefore: story.session(-1) };
const judge = (place: number, subject = sincePrint) =>
  judgeLag(measureMarket(official(place)), settings, subject);

describe('judgeLag', () => {
  it('needs an unusual residual and a lower RUT/SPX than before the print', () => {
    const { truth, measures } = judge(0);
    expect(truth).toBe('true');
    expect(measures.map(({ id }) => id)).toEqual(['lagZ', 'relativeSincePrint', 'lagSum', 'beta']);
    expect(measures[0]?.value).toBeLessThan(-1);
    expect(measures[1]).toMatchObject({ unit: 'percent', value: expect.closeTo(-1.6162, 3) });
  });

  it('is false while RUT/SPX stands above its close before the print, however unusual the residual', () => {
    const back = tellStory([
      { rut: 0.035, spx: 0 },
      { rut: -0.03, spx: 0 },
    ]);
    const market = measureMarket(back.at(1, 'official'));
    const lenient = { ...settings, 'lag.z': 99 };
    expect(judgeLag(market, lenient, { sessionBefore: back.session(-1) }).truth).toBe('false');
    expect(judgeLag(market, lenient, { sessionBefore: back.session(0) }).truth).toBe('true');
  });

  it('does not call RUT −1.3 % against SPX −1.0 % a lag at the beta that small caps have', () => {
    const level = tellStory([{ rut: -0.013, spx: -0.01 }]);
    const { truth, measures } = judgeLag(measureMarket(level.at(0, 'official')), settings, {
      sessionBefore: level.session(-1),
    });
    expect(measures[3]?.value).toBeGreaterThan(1.1);
    expect(measures[1]?.value).toBeLessThan(0);
    expect(truth).toBe('false');
  });

  it('does not know before a session has closed since the print', () => {
    expect(judge(-1)).toMatchObject({ truth: 'unknown', reason: 'not-yet-closed' });
  });

  it('is false without a print when the residual is usual, and unknown when it is not', () => {
    const without = (place: number) => judgeLag(measureMarket(official(place)), settings, undefined);
    expect(without(10)).toMatchObject({ truth: 'false' });
    expect(without(1)).toMatchObject({ truth: 'unknown', reason: 'no-event' });
  });

  it('does not know where the reference close was never recorded', () => {
    expect(judge(1, { sessionBefore: '1999-12-31' })).toMatchObject({
      truth: 'unknown',
      reason: 'session-missing',
    });
  });
});

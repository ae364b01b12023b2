import { describe, expect, it } from 'vitest';
import { judgeSmallCapVol } from '#engine/evidence/judge-small-cap-vol.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';

const settings = someSettings();
const calm = tellStory([{ rut: 0, spx: 0 }]).at(0, 'official');

/** RVX over a VIX of 14 throughout: so many points above it, and something else in the last session. */
function withSpread(usual: number, last: number, sessions = 400): Snapshot {
  const { closes } = calm.market.vix;
  const kept = closes.slice(-sessions);
  const rvx: DailyCloses = {
    source: 'a story',
    quality: 'recorded',
    closes: kept.map(({ session, close }, place) => ({
      session,
      close: close + (place === kept.length - 1 ? last : usual),
    })),
  };
  return { ...calm, market: { ...calm.market, rvx } };
}

const judge = (snapshot: Snapshot) => judgeSmallCapVol(measureMarket(snapshot), settings);

describe('judgeSmallCapVol', () => {
  it('holds the spread against 1.25 times its mean of ninety sessions, today included', () => {
    // 89 sessions of 4 points and one of 8: mean 4.0444…, so today is 1.978 times it.
    const { truth, measures } = judge(withSpread(4, 8));
    expect(truth).toBe('true');
    expect(measures.map(({ value }) => value)).toEqual([
      expect.closeTo(8 / ((89 * 4 + 8) / 90), 9),
      8,
      expect.closeTo((89 * 4 + 8) / 90, 9),
    ]);
    expect(judge(withSpread(4, 4.5)).truth).toBe('false');
  });

  it('is not supplied where nobody gives RVX', () => {
    expect(judge(calm)).toMatchObject({ truth: 'unknown', reason: 'not-supplied' });
  });

  it('does not know with fewer than ninety sessions, nor while the mean is not above zero', () => {
    expect(judge(withSpread(4, 8, 89))).toMatchObject({ truth: 'unknown', reason: 'too-little-history' });
    expect(judge(withSpread(-1, 3))).toMatchObject({ truth: 'unknown', reason: 'no-variation' });
  });
});

import { describe, expect, it } from 'vitest';
import { slopeBefore } from '#engine/market/slope-before.ts';
import type { Close } from '#domain/market/session.ts';

const SETTINGS = { 'term.flat': 3.5, 'term.steep': 8 };
const daily = (...closes: readonly Close[]) => ({ closes, source: 'cboe', quality: 'recorded' }) as const;
const close = (session: string, level: number): Close => ({ session, close: level });

describe('slopeBefore', () => {
  it('is the curve of the last close before the print’s day: 2014-09-16', () => {
    const vix = daily(close('2014-09-15', 14.12), close('2014-09-16', 12.73), close('2014-09-17', 12.65));
    const vix3m = daily(close('2014-09-16', 14.85), close('2014-09-17', 14.62));
    const before = slopeBefore({ vix, vix3m }, SETTINGS, '2014-09-17');
    expect(before).toEqual({ session: '2014-09-16', slope: expect.closeTo(16.6536, 3), shape: 'steep' });
  });

  it('is not there without both indices of that session', () => {
    const vix = daily(close('2014-09-16', 12.73));
    expect(slopeBefore({ vix }, SETTINGS, '2014-09-17')).toBeUndefined();
    expect(
      slopeBefore({ vix, vix3m: daily(close('2014-09-15', 15)) }, SETTINGS, '2014-09-17'),
    ).toBeUndefined();
    expect(slopeBefore({ vix, vix3m: vix }, SETTINGS, '2014-09-16')).toBeUndefined();
  });
});

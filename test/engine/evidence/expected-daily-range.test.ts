import { describe, expect, it } from 'vitest';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import type { Close } from '#domain/market/session.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { aSnapshot } from '#test/support/engine/snapshot.ts';

const LAST = '2026-01-30';
const daily = (...closes: readonly Close[]): DailyCloses => ({ closes, source: 'cboe', quality: 'recorded' });

/** SPX up and down by e^0.01 in turn for so many sessions. */
function zigzag(returns: number): readonly Close[] {
  return Array.from({ length: returns + 1 }, (_, place) => ({
    session: `2026-01-${String(30 - returns + place).padStart(2, '0')}`,
    close: place % 2 === 0 ? 6_000 : 6_000 * Math.exp(0.01),
  }));
}

function snapshotOf(returns: number, levels: Partial<Snapshot['market']> = {}): Snapshot {
  const snapshot = aSnapshot({ kind: 'question', session: LAST });
  return {
    ...snapshot,
    lastSession: LAST,
    market: {
      ...snapshot.market,
      vix: daily({ session: LAST, close: 20 }),
      vix9d: daily({ session: LAST, close: 16 }),
      spx: daily(...zigzag(returns)),
      ...levels,
    },
  };
}

describe('expectedDailyRange', () => {
  it('is VIX9D or VIX over the root of 252', () => {
    const of = (mode: 'vix9d' | 'vix') => expectedDailyRange(snapshotOf(20), { 'edr.mode': mode });
    expect(of('vix9d')).toMatchObject({ known: true, value: expect.closeTo(1.007_905, 6) });
    expect(of('vix')).toMatchObject({ known: true, value: expect.closeTo(1.259_882, 6) });
  });

  it('blends 65 % of VIX9D with 35 % of what SPX realised in 20 sessions', () => {
    // Ten returns of +1 % and ten of −1 %: SD √(20/19) %, 16.287 a year; 0.65 × 16 + 0.35 × 16.287 = 16.1004.
    const blend = expectedDailyRange(snapshotOf(20), { 'edr.mode': 'blend' });
    expect(blend).toMatchObject({ known: true, value: expect.closeTo(1.014_231, 6) });
  });

  it('is unknown without what it is read from', () => {
    expect(expectedDailyRange(snapshotOf(19), { 'edr.mode': 'blend' })).toEqual({
      known: false,
      reason: 'too-little-history',
    });
    const blind = snapshotOf(20, { vix9d: daily() });
    expect(expectedDailyRange(blind, { 'edr.mode': 'blend' })).toMatchObject({ known: false });
    expect(expectedDailyRange(blind, { 'edr.mode': 'vix' })).toMatchObject({ known: true });
  });
});

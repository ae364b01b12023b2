import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lot } from '#domain/book/lot.ts';
import { settledLots } from '#engine/book/settled-lots.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aCall, aCondor, booked } from '#test/support/book/lots.ts';

const FUTURE: Lot = {
  id: 'H2',
  kind: 'hedge',
  instrument: 'VX',
  quantity: 1,
  openedOn: '2026-12-01',
  expiry: '2026-12-16',
};
const SHARES: Lot = { id: 'H3', kind: 'hedge', instrument: 'VXX', quantity: 9, openedOn: '2020-01-02' };

/** Lots with the instant of their settlement: 09:30 in New York, or the close, which comes at 13:00 on early closes. */
const SETTLEMENTS: readonly (readonly [what: string, lot: Lot, settledAt: number])[] = [
  ['VIX calls in the morning', aCall({ expiry: '2026-12-16' }), Date.UTC(2026, 11, 16, 14, 30)],
  ['VIX futures in the morning', FUTURE, Date.UTC(2026, 11, 16, 14, 30)],
  [
    'AM condors in the morning',
    aCondor({ expiry: '2026-12-18', settlement: 'AM' }),
    Date.UTC(2026, 11, 18, 14, 30),
  ],
  ['PM condors with the close', aCondor({ expiry: '2026-12-18' }), Date.UTC(2026, 11, 18, 21)],
  ['PM condors of an early close at 13:00', aCondor({ expiry: '2026-12-24' }), Date.UTC(2026, 11, 24, 18)],
  ['PM condors in summer time', aCondor({ expiry: '2027-07-16' }), Date.UTC(2027, 6, 16, 20)],
  ['VIX calls in summer time', aCall({ expiry: '2027-07-21' }), Date.UTC(2027, 6, 21, 13, 30)],
];

describe('settledLots', () => {
  it.each(SETTLEMENTS)('settles %s, at that instant and not a second before', (_, lot, settledAt) => {
    const open = [booked(lot, { revision: 3 })];
    expect(settledLots(open, settledAt - 1_000, CALENDAR)).toEqual([]);
    expect(settledLots(open, settledAt, CALENDAR)).toMatchObject([
      { kind: 'expire', id: lot.id, basis: 3, settledAt },
    ]);
  });

  it('never settles shares', () => {
    expect(settledLots([booked(SHARES)], Date.UTC(2028, 0, 3), CALENDAR)).toEqual([]);
  });

  it('leaves alone what settles after the days that the calendar knows', () => {
    expect(settledLots([booked(aCondor({ expiry: '2031-01-17' }))], Date.UTC(2031, 5), CALENDAR)).toEqual([]);
  });

  it('settles what expires on a day that was closed at short notice with the session before', () => {
    // 2025-01-09, a day of mourning: the session before closed on the 8th at 16:00.
    const open = [booked(aCondor({ expiry: '2025-01-09' }))];
    expect(settledLots(open, Date.UTC(2025, 0, 8, 21), CALENDAR)).toHaveLength(1);
    expect(settledLots(open, Date.UTC(2025, 0, 8, 20), CALENDAR)).toEqual([]);
  });

  it('never takes a settled lot back as time goes on', () => {
    const open = SETTLEMENTS.map(([, lot]) => booked(lot));
    const instant = fc.integer({ min: Date.UTC(2026, 11, 1), max: Date.UTC(2027, 11, 1) });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const earlier = settledLots(open, Math.min(one, other), CALENDAR);
        const later = settledLots(open, Math.max(one, other), CALENDAR);
        expect(later).toEqual(expect.arrayContaining([...earlier]));
      }),
    );
  });
});

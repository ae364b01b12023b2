import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';

const calendar = exchangeCalendar(exchangeFacts);
const clock = settlementClock(calendar);

describe('settlementClock', () => {
  it('settles mornings at 09:30 and afternoons at the close, in New York', () => {
    expect(clock.settlesAt('2026-02-18', 'AM')).toBe(Date.UTC(2026, 1, 18, 14, 30));
    expect(clock.settlesAt('2026-02-19', 'PM')).toBe(Date.UTC(2026, 1, 19, 21));
    expect(clock.settlesAt('2026-07-15', 'AM')).toBe(Date.UTC(2026, 6, 15, 13, 30));
  });

  it('looks a settlement up once', () => {
    const requests: string[] = [];
    const counting = settlementClock({
      ...calendar,
      closesAt: (session) => {
        requests.push(session);
        return calendar.closesAt(session);
      },
    });
    expect(counting.settlesAt('2026-02-19', 'PM')).toBe(counting.settlesAt('2026-02-19', 'PM'));
    expect(requests).toEqual(['2026-02-19']);
  });

  it('settles earlier on early closes', () => {
    const [early = ''] = exchangeFacts.earlyCloses.filter((day) => day > '2025-01-01');
    expect(clock.settlesAt(early, 'PM')).toBe(calendar.closesAt(early));
  });

  it('knows nothing of holidays, weekends and days beyond the calendar', () => {
    expect(clock.settlesAt('2026-01-19', 'PM')).toBeUndefined();
    expect(clock.settlesAt('2026-01-24', 'AM')).toBeUndefined();
    expect(clock.settlesAt('2199-01-02', 'AM')).toBeUndefined();
  });

  it('holds the second future alone at the close before the first one settles', () => {
    // Before the close of Tuesday one day of the old roll is left; after it all is in the next future.
    const before = clock.rollAt(Date.UTC(2026, 1, 17, 18));
    expect(before).toMatchObject({ first: '2026-02-18', second: '2026-03-18' });
    const sessions = calendar.distance('2026-01-21', '2026-02-18');
    expect(before?.firstWeight).toBeCloseTo(1 / sessions, 12);
    expect(clock.rollAt(Date.UTC(2026, 1, 17, 22))).toEqual({
      first: '2026-03-18',
      second: '2026-04-15',
      firstWeight: 1,
    });
  });

  it('moves the same part out of the first future on every session', () => {
    const sessions = calendar.sessionsBetween('2026-02-18', '2026-03-17');
    const weights = sessions.map(
      (day) => clock.rollAt(calendar.closesAt(day) - 1)?.firstWeight ?? Number.NaN,
    );
    weights.forEach((weight, place) => expect(weight).toBeCloseTo(1 - place / sessions.length, 12));
  });

  it('holds what was set at a close from that very instant through the next session', () => {
    const close = calendar.closesAt('2026-02-17');
    expect(clock.rollAt(close - 1)?.first).toBe('2026-02-18');
    expect(clock.rollAt(close)?.first).toBe('2026-03-18');
  });

  it('settles index options in the morning at the open and in the afternoon at the close of one day', () => {
    expect((clock.settlesAt('2026-02-20', 'PM') ?? 0) - (clock.settlesAt('2026-02-20', 'AM') ?? 0)).toBe(
      6.5 * 3_600_000,
    );
  });

  it('knows no roll beyond the calendar', () => {
    expect(clock.rollAt(Date.UTC(2199, 0, 2))).toBeUndefined();
    expect(clock.rollAt(Date.parse(exchangeFacts.until))).toBeUndefined();
  });
});

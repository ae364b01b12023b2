import { vixMonthlyExpiration } from '#calendar/monthly-expiration.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { DAY } from '#domain/duration.ts';
import type { FuturesSettlement } from '#domain/history/history.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { Series, Session } from '#domain/market/session.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import type { Timeline } from './history-timeline.ts';

/** What markets did, a value per session of the timeline. */
export type MarketPaths = {
  readonly sessions: readonly Session[];
  readonly placeOf: (session: Session) => number;
  readonly rut: Series;
  readonly spx: Series;
  readonly vix: Series;
  /** What a second-month VIX future, held since the session before, gained in a session; VIX points. */
  readonly future: Series;
  /** The same over its β: what a point of exposure earned; VIX points. */
  readonly exposure: Series;
  /** β of the future that is held from this session on. */
  readonly beta: Series;
};

/** Lays closes and settlements beside the sessions. Gaps stay gaps. */
export function marketPaths({ sessions, history, calendar }: Timeline): MarketPaths {
  const place = new Map(sessions.map((session, index) => [session, index]));
  const align = (daily: DailyCloses): Series => {
    const closes = new Map(daily.closes.map(({ session, close }) => [session, close]));
    return sessions.map((session) => closes.get(session));
  };
  const { future, beta } = heldFuture(sessions, history.futures, calendar);
  return {
    sessions,
    placeOf: (session) => place.get(session) ?? -1,
    rut: align(history.market.rut),
    spx: align(history.market.spx),
    vix: align(history.market.vix),
    future,
    beta,
    exposure: future.map((move, index) => {
      const share = beta[index - 1];
      return move === undefined || share === undefined ? undefined : move / share;
    }),
  };
}

/**
 * The second-month future, rolled into the next one at the settlement of the first.
 *
 * On the day of an expiration the tables' first month is the second of the day before.
 */
function heldFuture(
  sessions: readonly Session[],
  settlements: readonly FuturesSettlement[],
  calendar: ExchangeCalendar,
): Pick<MarketPaths, 'future' | 'beta'> {
  const known = new Map(settlements.map((settlement) => [settlement.session, settlement]));
  const expirations = expirationsOf(settlements, calendar);
  const expires = new Set(expirations);
  const geometry = volGeometry();
  const future = sessions.map((session, index) => {
    const before = known.get(sessions[index - 1] ?? '');
    const now = known.get(session);
    return before && now ? (expires.has(session) ? now.first : now.second) - before.second : undefined;
  });
  return {
    future,
    beta: sessions.map((session) => {
      const [, second] = expirations.filter((day) => day > session).slice(0, 2);
      return known.has(session) && second !== undefined
        ? geometry.beta((Date.parse(second) - Date.parse(session)) / DAY)
        : undefined;
    }),
  };
}

/** Every monthly expiration from the first settlement to the second one after the last. */
function expirationsOf(
  settlements: readonly FuturesSettlement[],
  calendar: ExchangeCalendar,
): readonly Session[] {
  const [first, last] = [settlements[0]?.session, settlements.at(-1)?.session];
  if (first === undefined || last === undefined) {
    return [];
  }
  const [year = 0, month = 1] = first.split('-').map(Number);
  const months = (Number(last.slice(0, 4)) - year) * 12 + Number(last.slice(5, 7)) - month + 4;
  return Array.from({ length: months }, (_, ahead) => {
    const count = month - 1 + ahead;
    const named = `${year + Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
    return vixMonthlyExpiration(named, calendar);
  });
}

import { DAY } from '#domain/duration.ts';
import type { ExchangeFacts, Session } from '#domain/market/session.ts';

/** The sessions of an exchange in their order. All but `covers` throw a RangeError outside the facts' days. */
export type SessionList = {
  /** Oldest first. */
  readonly sessions: readonly Session[];
  covers(day: string): boolean;
  includes(day: string): boolean;
  /** @throws RangeError if it is no session */
  placeOf(session: Session): number;
  /** Place of the first session on or after a day. */
  placeFrom(day: string): number;
  /** @param what - names the session in the error */
  at(place: number, what: string): Session;
};

/** Sunday and Saturday, as `Date` counts them. */
const WEEKEND: ReadonlySet<number> = new Set([0, 6]);

/** Numbers the sessions, so that counting them is subtracting places. */
export function sessionList(facts: ExchangeFacts): SessionList {
  const { from, until } = facts;
  const sessions = openDays(facts);
  const places = new Map(sessions.map((session, place) => [session, place]));
  const covers = (day: string): boolean => from <= day && day <= until;
  const outside = (what: string): RangeError =>
    new RangeError(`${what} lies outside the exchange calendar, which goes from ${from} to ${until}`);

  function within(day: string): string {
    if (!covers(day)) {
      throw outside(day);
    }
    return day;
  }

  return {
    sessions,
    covers,
    includes: (day) => places.has(within(day)),
    placeFrom: (day) => places.get(within(day)) ?? firstFrom(sessions, day),

    placeOf(session) {
      const place = places.get(within(session));
      if (place === undefined) {
        throw new RangeError(`${session} is no session`);
      }
      return place;
    },

    at(place, what) {
      const session = sessions[place];
      if (session === undefined) {
        throw outside(what);
      }
      return session;
    },
  };
}

/** Every weekday that is not closed. A day is its midnight in UTC here, where no clock ever changes. */
function openDays({ from, until, closures }: ExchangeFacts): readonly Session[] {
  const closed = new Set(closures);
  const open: Session[] = [];
  for (let midnight = Date.parse(from); midnight <= Date.parse(until); midnight += DAY) {
    const date = new Date(midnight);
    const day = date.toISOString().slice(0, 10);
    if (!WEEKEND.has(date.getUTCDay()) && !closed.has(day)) {
      open.push(day);
    }
  }
  return open;
}

/** Place of the first session on or after a day, by halving. */
function firstFrom(sessions: readonly Session[], day: string): number {
  let low = 0;
  let high = sessions.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sessions[middle] ?? day) < day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

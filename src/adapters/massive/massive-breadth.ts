import { LRUCache } from 'lru-cache';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { HOUR, MINUTE } from '#domain/duration.ts';
import type { AdvanceDecline, DailyBreadth } from '#domain/market/market.ts';
import { type Problem, SourceUnavailable, isProblem } from '#domain/problem.ts';
import type { Session } from '#domain/market/session.ts';
import type { BreadthCounts, Constituents, Holdings } from '#ports/sources/market-data.ts';
import type { WallClock } from '#ports/clock.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { cachedRequest } from '#adapters/cache/cached-request.ts';
import { type GroupedCloses, MASSIVE, askGroupedCloses } from './grouped-closes.ts';

/** Share of a universe that must have been priced in both sessions, or its counts mean nothing. */
const COMPLETE = 0.9;

export type BreadthParts = {
  readonly client: HttpClient;
  readonly key: string;
  readonly constituents: Constituents;
  readonly calendar: ExchangeCalendar;
  readonly wallClock: WallClock;
  /** Requests that the plan allows: beyond them nothing is asked, so that nobody waits for the next minute. */
  readonly requestsAMinute: number;
};

type Universes = { readonly small: Holdings; readonly large: Holdings };
type Counts = { readonly small: AdvanceDecline; readonly large: AdvanceDecline };

/** Milliseconds for which the members of an index are taken to be the same. */
const HOLDINGS_LIFETIME = 6 * HOUR;

/** Sessions whose counts and closes are held at once: more than anybody reads together. */
const SESSIONS_HELD = 250;

/** Sessions of one asking that may be refused before nothing more is asked: the newest may not be over yet, the rest are. */
const MOST_REFUSALS = 2;

/**
 * Advances and declines of the Russell 2000 and the S&P 500, counted from the closes of their members.
 *
 * The members are those that the funds hold today. A session needs one request, of which five a minute are free, so
 * after a start the counts fill up over some minutes, newest session first. Counts are kept; closes only for the
 * day on which they were asked, since a split changes those of the sessions before it.
 */
export function createMassiveBreadth(parts: BreadthParts): BreadthCounts {
  const counts = new LRUCache<Session, Counts>({ max: SESSIONS_HELD });
  const bars = createBars(parts);
  const holdings = cachedRequest(parts.wallClock, HOLDINGS_LIFETIME, (fund: 'IWM' | 'IVV', signal) =>
    parts.constituents.holdings(fund, signal),
  );

  async function count(session: Session, universes: Universes, signal: AbortSignal): Promise<void> {
    const after = await bars.ask(session, signal);
    const before = await bars.ask(parts.calendar.previous(session), signal);
    const small = countMoves(universes.small.tickers, { session, before, after });
    const large = countMoves(universes.large.tickers, { session, before, after });
    if (small && large) {
      counts.set(session, { small, large });
      bars.drop(session);
    }
  }

  return {
    source: MASSIVE,

    async breadth(sessions, signal) {
      const universes = { small: await holdings('IWM', signal), large: await holdings('IVV', signal) };
      const refused: Problem[] = [];
      for (const session of sessions.filter((wanted) => !counts.has(wanted)).toReversed()) {
        const problem = await refusal(() => count(session, universes, signal));
        refused.push(...(problem ? [problem] : []));
        if (refused.length >= MOST_REFUSALS) {
          break;
        }
      }
      bars.drop(sessions.at(-1));
      const known = sessions.flatMap((session) => counts.get(session) ?? []);
      if (known.length === 0 && refused[0]) {
        throw refused[0];
      }
      return { small: toBreadth(known, universes, 'small'), large: toBreadth(known, universes, 'large') };
    },
  };
}

type Bars = {
  ask(session: Session, signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Forgets a session whose closes nobody needs any more, or which may not have been whole. */
  drop(session: Session | undefined): void;
};

function createBars(parts: BreadthParts): Bars {
  const cache = new LRUCache<Session, GroupedCloses>({ max: SESSIONS_HELD });
  const spend = createAllowance(parts);

  function fetchCloses(session: Session, signal: AbortSignal): Promise<GroupedCloses> {
    spend();
    return askGroupedCloses(parts, session, signal);
  }

  return {
    async ask(session, signal) {
      dropOlder(cache, parts.wallClock.now());
      const bars = cache.get(session) ?? (await fetchCloses(session, signal));
      cache.set(session, bars);
      return bars.closes;
    },
    drop: (session = '') => void cache.delete(session),
  };
}

async function refusal(act: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (isProblem(error)) {
      return error;
    }
    throw error;
  }
}

/** @returns what spends one request, and throws SourceUnavailable once those of a minute are spent */
function createAllowance({ wallClock, requestsAMinute }: BreadthParts): () => void {
  const spentAt: number[] = [];
  return () => {
    const now = wallClock.now();
    while (spentAt[0] !== undefined && spentAt[0] <= now - MINUTE) {
      spentAt.shift();
    }
    if (spentAt.length >= requestsAMinute) {
      const cause = new Error(`${requestsAMinute} requests a minute are allowed`);
      throw new SourceUnavailable(MASSIVE, { cause });
    }
    spentAt.push(now);
  };
}

/** A split since yesterday has changed every close before it. */
function dropOlder(bars: LRUCache<Session, GroupedCloses>, now: number): void {
  const today = newYorkDay(now);
  for (const [session, { askedAt }] of bars) {
    if (newYorkDay(askedAt) !== today) {
      bars.delete(session);
    }
  }
}

const NAMES = { small: 'Russell 2000', large: 'S&P 500' } as const;

function toBreadth(known: readonly Counts[], universes: Universes, side: keyof Counts): DailyBreadth {
  return {
    universe: `${NAMES[side]} (members of ${universes[side].asOf})`,
    days: known.map(({ [side]: day }) => day),
    source: `${MASSIVE}, counted from closes`,
    quality: 'live',
  };
}

type Closes = ReadonlyMap<string, number>;

/**
 * How many members of a universe rose, fell or stood still from one session to the next.
 *
 * @returns `undefined` where fewer than nine in ten members have a close in both
 */
function countMoves(
  members: readonly string[],
  { session, before, after }: { readonly session: Session; readonly before: Closes; readonly after: Closes },
): AdvanceDecline | undefined {
  const moves = members.flatMap((ticker) => {
    const [from, to] = [before.get(ticker), after.get(ticker)];
    return from === undefined || to === undefined ? [] : [Math.sign(to - from)];
  });
  if (members.length === 0 || moves.length < members.length * COMPLETE) {
    return undefined;
  }
  const count = (sign: number): number => moves.filter((move) => move === sign).length;
  return { session, advances: count(1), declines: count(-1), unchanged: count(0) };
}

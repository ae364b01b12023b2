import { dayZero } from '#calendar/known-at.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { nearestStatement } from '#calendar/nearest-statement.ts';
import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import { DAY } from '#domain/duration.ts';
import type { Evaluation, KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import type { History } from '#domain/history/history.ts';
import type { DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { PastPrint } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * Sessions of closes in a snapshot besides the longest window of a beta: five of sums and 252 of scores. With a
 * hundred more, averages have forgotten how they began.
 */
const BESIDE_BETA = 357;

/** The longest window of a beta that a server may set. */
const LONGEST_BETA = 250;

/** Sessions of closes that a snapshot needs for settings with such a window of beta. */
export function reachFor(betaWindow: number): number {
  return betaWindow + BESIDE_BETA;
}

/** Sessions for which a print is carried along: the longest window that a server may set, and one over. */
const CARRIED = 11;

/** Further from a statement than this, the calendar of statements does not speak of a session. */
const STATEMENT_REACH = 60;

/** Milliseconds that are surely more than as many sessions. */
const STATEMENT_DAYS = 120 * DAY;

export type DatedPrint = KnownPrint & { readonly releasedOn: string };

/** A recorded history, seen from any instant in it. */
export type Timeline = {
  /** Oldest first. */
  readonly releases: readonly DatedPrint[];
  /** Sessions of the exchange calendar from the first close to the last, oldest first. */
  readonly sessions: readonly Session[];
  readonly calendar: ExchangeCalendar;
  readonly history: History;
  /**
   * What was known at an evaluation: a print at its instant, checks at theirs, a close once it may be used.
   *
   * @param reach - sessions of closes; as many as any settings need unless told
   */
  snapshot(evaluation: Evaluation, reach?: number): Snapshot;
};

/**
 * Puts a history on the exchange calendar.
 *
 * @throws RangeError if the history has no close of SPX, or reaches outside of the calendar
 */
export function historyTimeline(history: History, calendar: ExchangeCalendar): Timeline {
  const { closes } = history.market.spx;
  const [first, last] = [closes[0]?.session, closes.at(-1)?.session];
  if (first === undefined || last === undefined) {
    throw new RangeError('the history has no close of SPX');
  }
  const sessions = calendar.sessionsBetween(first, last);
  const place = new Map(sessions.map((session, index) => [session, index]));
  const releases = datedPrints(history, calendar).filter(({ dayZero: zero }) => zero <= last);
  const releasedAt = new Map(releases.map(({ print }) => [print.releaseId, print.releasedAt]));

  return {
    releases,
    sessions,
    calendar,
    history,
    snapshot(evaluation, reach = reachFor(LONGEST_BETA)) {
      const { session } = evaluation;
      const asOf = instantOf(evaluation, releasedAt, calendar);
      const lastSession = calendar.lastUsable(asOf);
      const today = place.get(session) ?? -1;
      const shown = sessions.slice(Math.max(0, today + 1 - reach), today + 1);
      const fomc = nearestStatement(session, near(history.statements, session), calendar);
      return {
        asOf,
        evaluation,
        lastSession,
        sessions: shown,
        market: marketBetween(history, shown[0] ?? session, lastSession),
        prints: knownPrints(releases, { asOf, since: sessions[Math.max(0, today - CARRIED)] ?? '', session }),
        ...(fomc && Math.abs(fomc.sessionsAway) <= STATEMENT_REACH && { fomc }),
      };
    },
  };
}

/** Statements that could be the nearest one: looking at all of them would be most of the work. */
function near(statements: History['statements'], session: Session): History['statements'] {
  const at = Date.parse(session);
  return statements.filter(({ day }) => Math.abs(Date.parse(day) - at) <= STATEMENT_DAYS);
}

function datedPrints({ prints, earlier }: History, calendar: ExchangeCalendar): readonly DatedPrint[] {
  const past: Readonly<Record<ReleaseKind, PastPrint[]>> = {
    CPI: [...(earlier?.CPI ?? [])],
    PPI: [...(earlier?.PPI ?? [])],
  };
  return prints.map((print) => {
    const releasedOn = newYorkDay(print.releasedAt);
    const history = [...past[print.kind]];
    past[print.kind].push({ date: releasedOn, figures: print.figures });
    const zero = dayZero(print.releasedAt, calendar);
    return { print, history, releasedOn, dayZero: zero, sessionBefore: calendar.previous(zero) };
  });
}

function instantOf(
  evaluation: Evaluation,
  releasedAt: ReadonlyMap<string, number>,
  calendar: ExchangeCalendar,
): number {
  switch (evaluation.kind) {
    case 'print':
      return releasedAt.get(evaluation.releaseId) ?? newYorkInstant(evaluation.session, '08:30');
    case 'check':
      return newYorkInstant(evaluation.session, evaluation.time);
    case 'official':
    case 'question':
      return calendar.usableAt(evaluation.session);
  }
}

type Known = { readonly asOf: number; readonly since: Session; readonly session: Session };

function knownPrints(
  releases: readonly DatedPrint[],
  { asOf, since, session }: Known,
): readonly KnownPrint[] {
  const from = placeFrom(releases, ({ dayZero: zero }) => zero >= since);
  const until = placeFrom(releases, ({ dayZero: zero }) => zero > session);
  return releases
    .slice(from, until)
    .filter(({ print }) => print.releasedAt <= asOf)
    .map(({ print, history, dayZero: zero, sessionBefore }) => ({
      print,
      history,
      dayZero: zero,
      sessionBefore,
    }));
}

function marketBetween({ market, rutSources }: History, first: Session, last: Session): MarketHistory {
  const between = (daily: DailyCloses): DailyCloses => ({
    ...daily,
    closes: within(daily.closes, first, last),
  });
  const counted = (daily: DailyBreadth): DailyBreadth => ({
    ...daily,
    days: within(daily.days, first, last),
  });
  const { vix9d, vix3m, vvix, breadth } = market;
  const house = rutSources.findLast(({ from }) => from <= last)?.source;
  return {
    rut: { ...between(market.rut), ...(house !== undefined && { source: house }) },
    spx: between(market.spx),
    vix: between(market.vix),
    ...ifAny('vix9d', vix9d && between(vix9d)),
    ...ifAny('vix3m', vix3m && between(vix3m)),
    ...ifAny('vvix', vvix && between(vvix)),
    ...(breadth &&
      (breadth.small.days[0]?.session ?? last) <= last && {
        breadth: { small: counted(breadth.small), large: counted(breadth.large) },
      }),
  };
}

/** A series that had not begun yet is as if there were none. */
function ifAny(
  name: 'vix9d' | 'vix3m' | 'vvix',
  daily: DailyCloses | undefined,
): Partial<Record<typeof name, DailyCloses>> {
  return daily && daily.closes.length > 0 ? { [name]: daily } : {};
}

function within<Day extends { readonly session: Session }>(
  days: readonly Day[],
  first: Session,
  last: Session,
): readonly Day[] {
  return days.slice(
    placeFrom(days, ({ session }) => session >= first),
    placeFrom(days, ({ session }) => session > last),
  );
}

/** Place of the first of ordered things for which something holds, by halving. */
function placeFrom<Thing>(things: readonly Thing[], holds: (thing: Thing) => boolean): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && !holds(thing)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

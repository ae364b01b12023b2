import type { DegradedReason } from '#domain/signal/decision.ts';
import type { DailyCloses, Quote } from '#domain/market/market.ts';
import type { Close, Series, Session } from '#domain/market/session.ts';
import { MINUTE } from '#domain/duration.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { joinProvenance } from './read-close.ts';

/** An index's closes beside the sessions of the exchange. */
export type AlignedCloses = {
  /** A value per session, index points; none where no believable close is known. */
  readonly values: Series;
  /** Why the closes cannot be relied upon; absent when they can. */
  readonly flaw?: DegradedReason['reason'];
};

export type Demand = {
  /** Unbroken closes, ending at the last session, without which nothing is said. */
  readonly sessions: number;
  /** Whether the last session is not the one that had to be there. */
  readonly stale: boolean;
};

/**
 * Puts closes beside sessions. Their order does not matter, what lies outside the sessions is left out, and
 * nothing is filled in: a close that is no positive number, or two that disagree about a session, leave a gap.
 *
 * @param sessions - oldest first; the last is the one that must be there
 */
export function alignCloses(
  daily: DailyCloses | undefined,
  sessions: readonly Session[],
  demand: Demand,
): AlignedCloses {
  const known = readCloses(daily?.closes ?? []);
  const values = sessions.map((session) => {
    const close = known.get(session);
    return close === 'impossible' ? undefined : close;
  });
  const unbroken = values.length - 1 - values.findLastIndex((value) => value === undefined);
  const flaw = findFlaw(known, { sessions, unbroken, demand });
  return { values, ...(flaw && { flaw }) };
}

type Readings = ReadonlyMap<Session, number | 'impossible'>;

function readCloses(closes: readonly Close[]): Readings {
  const known = new Map<Session, number | 'impossible'>();
  for (const { session, close } of closes) {
    const earlier = known.get(session);
    const agrees = earlier === undefined || earlier === close;
    known.set(session, agrees && Number.isFinite(close) && close > 0 ? close : 'impossible');
  }
  return known;
}

type Stretch = { readonly sessions: readonly Session[]; readonly unbroken: number; readonly demand: Demand };

function findFlaw(known: Readings, { sessions, unbroken, demand }: Stretch): AlignedCloses['flaw'] {
  if (known.size === 0) {
    return 'not-supplied';
  }
  if (demand.stale) {
    return 'stale';
  }
  if (unbroken >= demand.sessions) {
    return undefined;
  }
  const gap = sessions.at(-1 - unbroken);
  if (gap !== undefined && known.get(gap) === 'impossible') {
    return 'impossible-value';
  }
  if (unbroken === 0) {
    return 'stale';
  }
  const before = sessions.slice(0, -unbroken);
  return before.some((session) => known.has(session)) ? 'session-missing' : 'too-little-history';
}

/** Milliseconds after which an intraday quote is not used any more. */
const LIFETIME = 20 * MINUTE;

/** Closes with the running session's quotes behind them. */
export type RunningSession = {
  readonly rut: Series;
  readonly spx: Series;
  readonly provenance: Provenance;
};

type Closes = { readonly rut: Series; readonly spx: Series; readonly sessions: readonly Session[] };

/**
 * The running session's bar, provisionally the quote: for a check during the session after the last close.
 *
 * @returns `undefined` at any other evaluation, and where a quote is missing, old or no price
 */
export function withQuotes(
  { evaluation, asOf, quotes, sessions: all }: Snapshot,
  { rut, spx, sessions }: Closes,
): RunningSession | undefined {
  const isNext = all[sessions.length] === evaluation.session;
  if (evaluation.kind !== 'check' || !quotes || !isNext) {
    return undefined;
  }
  if (![quotes.rut, quotes.spx].every((quote) => isUsable(quote, asOf))) {
    return undefined;
  }
  return {
    rut: [...rut, quotes.rut.price],
    spx: [...spx, quotes.spx.price],
    provenance: joinProvenance(takenFrom(quotes.rut), takenFrom(quotes.spx)),
  };
}

function isUsable({ price, at }: Quote, asOf: number): boolean {
  return Number.isFinite(price) && price > 0 && at <= asOf && asOf - at <= LIFETIME;
}

function takenFrom({ at, source, quality }: Quote): Provenance {
  return { asOf: at, source, quality };
}

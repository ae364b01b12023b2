import { MINUTE } from '#domain/duration.ts';
import type { Quote } from '#domain/market/market.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Series, Session } from '#domain/market/session.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { joinProvenance } from './read-close.ts';

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

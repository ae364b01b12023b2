import type { Quote } from '#domain/market/market.ts';
import type { IndexName, IndexQuotes } from '#ports/sources/market-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import type { WallClock } from '#ports/clock.ts';
import { attempt } from '#adapters/diagnostics/attempt.ts';

/** What stands for the small and the large caps: the index, or its fund where nobody has the index's closes. */
export type Instruments = { readonly rut: IndexName; readonly spx: IndexName };

type QuoteParts = {
  readonly quotes: readonly IndexQuotes[];
  readonly diagnostics: SourceDiagnostics;
  readonly wallClock: Pick<WallClock, 'now'>;
};

type Pair = { readonly rut: Quote; readonly spx: Quote };

/**
 * The newest quotes of both, from one source, so that they are equally late.
 *
 * @returns `undefined` where no source quotes both
 */
export async function freshestPair(
  parts: QuoteParts,
  instruments: Instruments,
  signal: AbortSignal,
): Promise<Pair | undefined> {
  const pairs = await Promise.all(parts.quotes.map((source) => pairOf(source, parts, instruments, signal)));
  return pairs
    .filter((pair) => pair !== undefined)
    .toSorted((one, other) => olderOf(other) - olderOf(one))[0];
}

function olderOf({ rut, spx }: Pair): number {
  return Math.min(rut.at, spx.at);
}

async function pairOf(
  source: IndexQuotes,
  { diagnostics, wallClock }: QuoteParts,
  instruments: Instruments,
  signal: AbortSignal,
): Promise<Pair | undefined> {
  const about = { subject: 'quotes', source: source.source, at: wallClock.now() };
  const ask = (index: IndexName): Promise<Quote | undefined> => source.quote(index, signal);
  const outcome = await attempt(
    () => Promise.all([ask(instruments.rut), ask(instruments.spx)]),
    diagnostics,
    about,
  );
  const [rut, spx] = outcome.isRefused ? [] : outcome.value;
  return rut && spx && { rut, spx };
}

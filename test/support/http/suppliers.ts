import type { Supplied, Supplier } from '#adapters/live/supplied.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { Quality } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';
import type { IndexName } from '#ports/sources/market-data.ts';

type Series = Readonly<Record<Session, number>>;

/** Closes as somebody gives them, in the order written. */
export function daily(source: string, closes: Series, quality: Quality = 'live'): DailyCloses {
  return { closes: Object.entries(closes).map(([session, close]) => ({ session, close })), source, quality };
}

/** Closes that a provider gave. */
export function supplied(provider: string, closes: Series, quality: Quality = 'live'): Supplied {
  return { provider, daily: daily(provider, closes, quality) };
}

/** A provider that gives each index the same way, or refuses. Counts how often it was asked. */
export function supplier(
  provider: string,
  given: Partial<Record<IndexName, DailyCloses | Error | 'hangs'>>,
): Supplier & { readonly asked: IndexName[] } {
  const asked: IndexName[] = [];
  const indices: readonly IndexName[] = ['RUT', 'SPX', 'IWM', 'SPY', 'VIX', 'VIX9D', 'VIX3M', 'VVIX', 'RVX'];
  return {
    provider,
    asked,
    source: {
      source: provider,
      indices: indices.filter((index) => given[index] !== undefined),
      closes(index) {
        asked.push(index);
        const answer = given[index];
        if (answer === 'hangs') {
          return new Promise(() => {});
        }
        return answer instanceof Error || !answer
          ? Promise.reject(answer ?? new RangeError(`${provider} has no ${index}`))
          : Promise.resolve(answer);
      },
    },
  };
}

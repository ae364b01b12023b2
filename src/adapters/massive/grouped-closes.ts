import { z } from 'zod';
import { newYorkDay } from '#calendar/new-york.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Session } from '#domain/market/session.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';

/** @see https://massive.com/docs/rest/stocks/aggregates/daily-market-summary */
const GROUPED = 'https://api.massive.com/v2/aggs/grouped/locale/us/market/stocks';

export const MASSIVE = 'Massive';

/** Bytes: some eleven thousand shares with about a hundred and thirty each. */
const LARGEST = 8 * 1024 * 1024;

const Grouped = z.object({
  adjusted: z.literal(true),
  results: z.array(z.object({ T: z.string(), c: z.number(), t: z.number().int() })).optional(),
});

/** Closes of one session by ticker, written without dots. */
export type GroupedCloses = {
  /** Epoch milliseconds (UTC), wall clock: splits are taken out as they were known then. */
  readonly askedAt: number;
  readonly closes: ReadonlyMap<string, number>;
};

type Keyed = { readonly client: HttpClient; readonly key: string };

/**
 * Closes of every US share in one session, splits taken out.
 *
 * @throws SourceUnavailable (also before the end of that day on the free plan), or SourceChanged
 */
export async function askGroupedCloses(
  { client, key }: Keyed,
  session: Session,
  signal: AbortSignal,
): Promise<GroupedCloses> {
  const url = `${GROUPED}/${session}?adjusted=true`;
  const headers = { authorization: `Bearer ${key}` };
  const request = { url, headers, largest: LARGEST, isWhole: isWholeJson };
  const { body, askedAt } = await client.ask(request, signal);
  const bars = readJson(MASSIVE, body, Grouped).results ?? [];
  const days = [...new Set(bars.map(({ t }) => t))].map((instant) => newYorkDay(instant));
  const other = days.find((day) => day !== session);
  if (other !== undefined) {
    throw new SourceChanged(MASSIVE, `asked for ${session}, and got bars of ${other}`);
  }
  const closes = new Map<string, number>();
  for (const { T: ticker, c: close } of bars) {
    if (close > 0 && Number.isFinite(close)) {
      closes.set(ticker.replaceAll('.', ''), close);
    }
  }
  return { askedAt, closes };
}

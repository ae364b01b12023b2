import type { z } from 'zod';
import { newYorkDay } from '#calendar/new-york.ts';
import { SourceChanged } from '#domain/problem.ts';
import { HOUR } from '#domain/duration.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';
import { readJson } from '#adapters/http/read-json.ts';

export const FRED = 'FRED';

const ADDRESS = 'https://api.stlouisfed.org/fred';

export type FredParts = {
  readonly client: HttpClient;
  readonly clock: MarketClock;
  /** Of FRED, which answers nobody without one. */
  readonly key: string;
};

export type FredQuestion = {
  /** Such as `series/observations`. */
  readonly page: string;
  readonly query: Readonly<Record<string, string>>;
  /** Bytes that the answer may have, where they are more than FRED's policy allows. */
  readonly largest?: number;
};

/** Asks one of FRED's pages, and reads its answer. @throws SourceUnavailable or SourceChanged */
export async function askFred<Schema extends z.ZodType>(
  { client, key }: FredParts,
  question: FredQuestion,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  const { page, largest } = question;
  const query = new URLSearchParams({ ...question.query, api_key: key, file_type: 'json' });
  const url = `${ADDRESS}/${page}?${query.toString()}`;
  const { body } = await client.ask(
    { url, isWhole: isWholeJson, ...(largest !== undefined && { largest }) },
    signal,
  );
  return readJson(FRED, body, schema);
}

/**
 * The day that it is at FRED in St. Louis, which refuses to tell of a later one: an hour behind New York all year.
 *
 * @param now - epoch milliseconds (UTC)
 */
export function fredDay(now: number): string {
  return newYorkDay(now - HOUR);
}

/** @throws SourceChanged where an answer was true on other days than those that were asked for */
export function assertVintage(
  answer: { readonly realtime_start: string; readonly realtime_end: string },
  from: string,
  until: string,
): void {
  const { realtime_start, realtime_end } = answer;
  if (realtime_start !== from || realtime_end !== until) {
    const period = `${realtime_start} to ${realtime_end}`;
    throw new SourceChanged(FRED, `figures as of ${period} where ${from} to ${until} was asked for`);
  }
}

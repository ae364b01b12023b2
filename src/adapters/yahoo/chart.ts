import { z } from 'zod';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';

/** Unofficial; nobody documents it. */
const CHART = 'https://query1.finance.yahoo.com/v8/finance/chart';

export const YAHOO = 'Yahoo Finance';

/** What Yahoo says, in place of a chart, when it has been asked too often: words, or an error of these codes. */
const LATER = /too many requests|invalid crumb|unauthorized|internal|unavailable|timeout/i;

const Numbers = z.array(z.number().nullable());

const Chart = z.object({
  chart: z.object({
    result: z
      .array(
        z.object({
          meta: z.object({
            symbol: z.string(),
            regularMarketPrice: z.number().nullish(),
            regularMarketTime: z.number().int().nullish(),
          }),
          /** Seconds: the opening of each session; of the running one, its last trade. Absent where there is no bar. */
          timestamp: z.array(z.number().int()).optional(),
          indicators: z.object({ quote: z.array(z.object({ close: Numbers.optional() })).min(1) }),
        }),
      )
      .nullish(),
    error: z.object({ code: z.string(), description: z.string().nullish() }).nullish(),
  }),
});

type Answer = NonNullable<z.output<typeof Chart>['chart']['result']>[number];

/** A chart: when it was asked for (epoch milliseconds, wall clock), its facts, and a close or nothing per bar. */
export type YahooChart = {
  readonly askedAt: number;
  readonly meta: Answer['meta'];
  /** `at` in epoch milliseconds (UTC). */
  readonly bars: readonly { readonly at: number; readonly close: number | null }[];
};

type ChartQuery = { readonly symbol: string; readonly range: '1d' | '2y' };

/** @throws SourceUnavailable where Yahoo has been asked too often; SourceChanged for another symbol or another form */
export async function askChart(
  client: HttpClient,
  { symbol, range }: ChartQuery,
  signal: AbortSignal,
): Promise<YahooChart> {
  const url = `${CHART}/${encodeURIComponent(symbol)}?range=${range}&interval=1d`;
  const { body, askedAt } = await client.ask({ url, isWhole }, signal);
  const { meta, timestamp = [], indicators } = answerOf(body, symbol);
  const closes = indicators.quote[0]?.close ?? [];
  if (closes.length !== timestamp.length) {
    throw new SourceChanged(YAHOO, `${symbol}: ${timestamp.length} bars, but ${closes.length} closes`);
  }
  const bars = timestamp.map((seconds, place) => ({ at: seconds * 1000, close: closes[place] ?? null }));
  return { askedAt, meta, bars };
}

function answerOf(body: string, symbol: string): Answer {
  if (!isJson(body)) {
    throw refusal(body);
  }
  const { result, error } = readJson(YAHOO, body, Chart).chart;
  if (error) {
    throw refusal(`${error.code} ${error.description ?? ''}`);
  }
  const [answer] = result ?? [];
  if (answer?.meta.symbol !== symbol) {
    throw new SourceChanged(YAHOO, `asked for ${symbol}, and got ${answer?.meta.symbol ?? 'nothing'}`);
  }
  return answer;
}

/** Words are no JSON, and no worse for it: asking again would only make matters worse. */
function isWhole(body: string): boolean {
  return !isJson(body) || isWholeJson(body);
}

function isJson(body: string): boolean {
  return body.trimStart().startsWith('{');
}

function refusal(reason: string): SourceUnavailable | SourceChanged {
  return LATER.test(reason) ? new SourceUnavailable(YAHOO) : new SourceChanged(YAHOO, reason.slice(0, 200));
}

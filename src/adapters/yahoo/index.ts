import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { MINUTE } from '#domain/duration.ts';
import type { DailyClosesSource, IndexQuotes, ShareQuotes } from '#ports/sources/market-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceDiagnostics, SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { trial } from '#adapters/diagnostics/trial.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createYahooCloses } from './yahoo-closes.ts';
import { createYahooQuotes } from './yahoo-quotes.ts';

/**
 * How Yahoo is asked: seldom, and not again at once, since it shuts out whoever asks often.
 *
 * @internal for tests
 */
export const YAHOO_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'Yahoo Finance',
  hosts: ['query1.finance.yahoo.com', 'query2.finance.yahoo.com'],
  retries: { attempts: 2, firstPause: 2_000, longestPause: 10_000 },
  budget: { perMinute: 20 },
  breaker: { failures: 3, rest: 10 * MINUTE },
};

/** What Yahoo gives, and a light question. */
export type Yahoo = {
  readonly client: MonitoredHttpClient;
  readonly closes: DailyClosesSource;
  readonly quotes: IndexQuotes & ShareQuotes;
  readonly probes: readonly SourceProbe[];
};

type YahooParts = { readonly calendar: ExchangeCalendar; readonly diagnostics: SourceDiagnostics };

/** Nothing is asked yet. */
export function openYahoo(http: HttpParts, parts: YahooParts): Yahoo {
  const client = createHttpClient(YAHOO_POLICY, http);
  const closes = createYahooCloses({ client, ...parts });
  return {
    client,
    closes,
    quotes: createYahooQuotes({ client }),
    probes: [
      {
        name: 'Yahoo Finance',
        gives: 'closes',
        trial: trial(client, async (signal) => {
          const last = (await closes.closes('RUT', signal)).closes.at(-1);
          return last && { day: last.session };
        }),
      },
    ],
  };
}

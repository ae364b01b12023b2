import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type {
  DailyClosesSource,
  FuturesCurve,
  IndexQuotes,
  OptionChains,
} from '#ports/sources/market-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceDiagnostics, SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { trial } from '#adapters/diagnostics/trial.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createCboeQuotes } from './cboe-quotes.ts';
import { createCboeIndexHistory } from './cboe-index-history.ts';
import { createCboeOptionChains } from './cboe-option-chains.ts';
import { createCboeFuturesCurve } from './cboe-futures-curve.ts';

/**
 * How Cboe is asked: its files, its delayed quotes, and the settlements of its futures. It counts nothing.
 *
 * @internal for tests
 */
export const CBOE_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'Cboe',
  hosts: ['cdn.cboe.com', 'www-api.cboe.com', 'www.cboe.com'],
  budget: { perMinute: 60 },
};

/** What Cboe gives, and a light question for each. */
export type Cboe = {
  readonly client: MonitoredHttpClient;
  readonly indexHistory: DailyClosesSource;
  readonly quotes: IndexQuotes;
  readonly optionChains: OptionChains;
  readonly futuresCurve: FuturesCurve;
  readonly probes: readonly SourceProbe[];
};

type CboeParts = { readonly calendar: ExchangeCalendar; readonly diagnostics: SourceDiagnostics };

/** Nothing is asked yet. */
export function openCboe(http: HttpParts, { calendar, diagnostics }: CboeParts): Cboe {
  const client = createHttpClient(CBOE_POLICY, http);
  const capabilities = {
    indexHistory: createCboeIndexHistory({ client, diagnostics }),
    quotes: createCboeQuotes({ client }),
    optionChains: createCboeOptionChains({ client, diagnostics }),
    futuresCurve: createCboeFuturesCurve({ client, diagnostics, calendar }),
  };
  const lastSettled = (): string => calendar.previous(calendar.lastUsable(http.wallClock.now()));
  return { client, ...capabilities, probes: probesOf(client, capabilities, lastSettled) };
}

function probesOf(
  client: MonitoredHttpClient,
  { indexHistory, quotes, optionChains, futuresCurve }: Omit<Cboe, 'client' | 'probes'>,
  lastSettled: () => string,
): readonly SourceProbe[] {
  return [
    {
      name: 'Cboe index files',
      gives: 'closes',
      trial: trial(client, async (signal) => {
        const last = (await indexHistory.closes('VIX', signal)).closes.at(-1);
        return last && { day: last.session };
      }),
    },
    {
      name: 'Cboe delayed quotes',
      gives: 'quotes',
      trial: trial(client, async (signal) => {
        const quote = await quotes.quote('VIX', signal);
        return quote && { at: quote.at };
      }),
    },
    {
      name: 'Cboe option chains',
      gives: 'chains',
      trial: trial(client, async (signal) => ({ at: (await optionChains.chain('VIX', signal)).asOf })),
    },
    {
      name: 'Cboe VX settlements',
      gives: 'futures',
      trial: trial(client, async (signal) => {
        const day = lastSettled();
        const [nearest] = await futuresCurve.curve(day, signal);
        return nearest && { day };
      }),
    },
  ];
}

import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BreadthCounts, Constituents } from '#ports/sources/market-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { trial } from '#adapters/diagnostics/trial.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createMassiveBreadth } from './massive-breadth.ts';
import { askGroupedCloses } from './grouped-closes.ts';

/** Requests a minute on the free plan. */
const FREE = 5;

/**
 * How Massive, formerly Polygon, is asked.
 *
 * @param key - of the account
 * @internal for tests
 */
export function massivePolicy(key: string): ClientPolicy {
  return {
    ...DEFAULT_POLICY,
    source: 'Massive',
    hosts: ['api.massive.com'],
    retries: { attempts: 2, firstPause: 2_000, longestPause: 15_000 },
    budget: { perMinute: FREE },
    secrets: [key],
  };
}

/** Massive for whoever has no key of it: nobody counts advances and declines then. */
export const MASSIVE_WITHOUT_KEY: SourceProbe = { name: 'Massive', gives: 'breadth', key: 'POLYGON_API_KEY' };

/** What Massive gives, and a light question: the closes that breadth is counted from. */
export type Massive = {
  readonly client: MonitoredHttpClient;
  readonly breadth: BreadthCounts;
  readonly probes: readonly SourceProbe[];
};

type MassiveParts = {
  readonly key: string;
  readonly constituents: Constituents;
  readonly calendar: ExchangeCalendar;
};

/** Nothing is asked yet. */
export function openMassive(http: HttpParts, { key, constituents, calendar }: MassiveParts): Massive {
  const { wallClock } = http;
  const client = createHttpClient(massivePolicy(key), http);
  const shared = { client, key };
  return {
    client,
    breadth: createMassiveBreadth({
      ...shared,
      constituents,
      calendar,
      wallClock,
      requestsAMinute: FREE,
    }),
    probes: [
      {
        ...MASSIVE_WITHOUT_KEY,
        trial: trial(client, async (signal) => {
          const day = calendar.previous(calendar.lastUsable(wallClock.now()));
          const { closes } = await askGroupedCloses(shared, day, signal);
          return closes.size === 0 ? undefined : { day };
        }),
      },
    ],
  };
}

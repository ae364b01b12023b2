import type { Constituents } from '#ports/sources/market-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { trial } from '#adapters/diagnostics/trial.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createIsharesHoldings } from './ishares-holdings.ts';

/**
 * How iShares is asked: a few times a day.
 *
 * @internal for tests
 */
export const ISHARES_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'iShares',
  hosts: ['www.ishares.com'],
  largest: 4 * 1024 * 1024,
  budget: { perDay: 50 },
};

/** What iShares gives, and a light question. */
export type Ishares = {
  readonly client: MonitoredHttpClient;
  readonly constituents: Constituents;
  readonly probes: readonly SourceProbe[];
};

/** Nothing is asked yet. */
export function openIshares(http: HttpParts): Ishares {
  const client = createHttpClient(ISHARES_POLICY, http);
  const constituents = createIsharesHoldings({ client });
  return {
    client,
    constituents,
    probes: [
      {
        name: 'iShares',
        gives: 'constituents',
        trial: trial(client, async (signal) => ({ day: (await constituents.holdings('IWM', signal)).asOf })),
      },
    ],
  };
}

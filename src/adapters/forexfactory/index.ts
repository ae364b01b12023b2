import { HOUR } from '#domain/duration.ts';
import type { ConsensusSource } from '#ports/sources/release-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { consensusTrial } from '#adapters/diagnostics/consensus-trial.ts';
import { noteUnreadable } from '#adapters/diagnostics/note-unreadable.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createForexFactoryConsensus } from './forex-factory-consensus.ts';

/**
 * How the weekly feed is asked: rarely, since it answers 429 to whoever asks more than about once an hour.
 *
 * @internal for tests
 */
export const FOREX_FACTORY_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'ForexFactory',
  hosts: ['nfs.faireconomy.media'],
  largest: 1_000_000,
  retries: { attempts: 2, firstPause: 2_000, longestPause: 15_000 },
  budget: { perDay: 60, perMinute: 2 },
  breaker: { failures: 3, rest: HOUR },
};

/** What ForexFactory gives, and a light question. */
export type ForexFactory = {
  readonly client: MonitoredHttpClient;
  readonly consensus: ConsensusSource;
  readonly probes: readonly SourceProbe[];
};

/** Nothing is asked yet. An answer that nobody can read counts as a failure of its source. */
export function openForexFactory(http: HttpParts): ForexFactory {
  const client = createHttpClient(FOREX_FACTORY_POLICY, http);
  const consensus = createForexFactoryConsensus({ client, clock: http.wallClock });
  return {
    client,
    consensus: {
      ...consensus,
      forecasts: (release, now, signal) =>
        noteUnreadable(client, () => consensus.forecasts(release, now, signal)),
    },
    probes: [
      {
        name: 'ForexFactory',
        gives: 'consensus',
        trial: consensusTrial(client, consensus, http.wallClock),
      },
    ],
  };
}

import type { ConsensusSource } from '#ports/sources/release-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { consensusTrial } from '#adapters/diagnostics/consensus-trial.ts';
import { noteUnreadable } from '#adapters/diagnostics/note-unreadable.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createClevelandNowcast } from './cleveland-nowcast.ts';

/**
 * How the nowcast is asked for: it changes once a business day, at about 10:00 in New York.
 *
 * @internal for tests
 */
export const CLEVELAND_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'Cleveland Fed',
  hosts: ['www.clevelandfed.org'],
  largest: 4_000_000,
  budget: { perDay: 50 },
};

/** What the Federal Reserve Bank of Cleveland gives, and a light question. */
export type ClevelandFed = {
  readonly client: MonitoredHttpClient;
  readonly consensus: ConsensusSource;
  readonly probes: readonly SourceProbe[];
};

/** Nothing is asked yet. An answer that nobody can read counts as a failure of its source. */
export function openClevelandFed(http: HttpParts): ClevelandFed {
  const client = createHttpClient(CLEVELAND_POLICY, http);
  const consensus = createClevelandNowcast({ client, clock: http.wallClock });
  return {
    client,
    consensus: {
      ...consensus,
      forecasts: (release, now, signal) =>
        noteUnreadable(client, () => consensus.forecasts(release, now, signal)),
    },
    probes: [
      {
        name: 'Cleveland Fed',
        gives: 'nowcast',
        trial: consensusTrial(client, consensus, http.wallClock),
      },
    ],
  };
}

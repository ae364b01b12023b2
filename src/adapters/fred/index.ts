import type { FirstPrint } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { ContextSeries } from '#ports/sources/market-data.ts';
import type { FiguresSource, ReleaseDates } from '#ports/sources/release-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { noteUnreadable } from '#adapters/diagnostics/note-unreadable.ts';
import { trial } from '#adapters/diagnostics/trial.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createFredContext } from './fred-context.ts';
import { createFredFigures } from './fred-figures.ts';
import { firstPrints } from './first-prints.ts';
import { createFredReleaseDates } from './fred-release-dates.ts';

/**
 * How FRED is asked, which takes 120 questions a minute from each key. @see https://fred.stlouisfed.org/docs/api/fred/
 *
 * @internal for tests
 */
export function fredPolicy(key: string): ClientPolicy {
  return {
    ...DEFAULT_POLICY,
    source: 'FRED',
    hosts: ['api.stlouisfed.org'],
    largest: 4_000_000,
    budget: { perMinute: 100 },
    secrets: [key],
  };
}

/** FRED for whoever has no key of it: it answers nobody without one. */
export const FRED_WITHOUT_KEY: SourceProbe = { name: 'FRED', gives: 'figures', key: 'FRED_API_KEY' };

/** What FRED gives, and a light question. An answer that nobody can read counts as a failure of it. */
export type Fred = {
  readonly client: MonitoredHttpClient;
  readonly figures: FiguresSource;
  readonly releaseDates: ReleaseDates;
  readonly context: ContextSeries;
  /** Oldest first, from a day `YYYY-MM-DD` on. @throws SourceUnavailable or SourceChanged */
  readonly firstPrints: (
    kind: ReleaseKind,
    since: string,
    signal: AbortSignal,
  ) => Promise<readonly FirstPrint[]>;
  readonly probes: readonly SourceProbe[];
};

/** Nothing is asked yet. */
export function openFred(http: HttpParts, key: string): Fred {
  const client = createHttpClient(fredPolicy(key), http);
  const parts = { client, clock: http.wallClock, key };
  const figures = createFredFigures(parts);
  const dates = createFredReleaseDates(parts);
  const context = createFredContext(parts);
  return {
    client,
    figures: {
      ...figures,
      look: (kind, signal) => noteUnreadable(client, () => figures.look(kind, signal)),
    },
    releaseDates: { ...dates, dates: (signal) => noteUnreadable(client, () => dates.dates(signal)) },
    context: {
      ...context,
      values: (name, since, signal) => noteUnreadable(client, () => context.values(name, since, signal)),
    },
    firstPrints: (kind, since, signal) =>
      noteUnreadable(client, () => firstPrints(parts, { kind, since }, signal)),
    probes: [
      {
        ...FRED_WITHOUT_KEY,
        trial: trial(client, async (signal) => {
          const shown = await figures.look('CPI', signal);
          return shown && { month: shown.referenceMonth };
        }),
      },
    ],
  };
}

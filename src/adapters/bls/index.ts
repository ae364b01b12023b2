import type { FiguresSource, ReleaseDates } from '#ports/sources/release-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { noteUnreadable } from '#adapters/diagnostics/note-unreadable.ts';
import { trial } from '#adapters/diagnostics/trial.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { type ClientPolicy, DEFAULT_POLICY, type HttpParts } from '#adapters/http/client-policy.ts';
import { createBlsFigures } from './bls-figures.ts';
import { createBlsReleaseDates } from './bls-release-dates.ts';

const QUESTIONS_A_DAY = { keyed: 500, keyless: 25 };

/**
 * How the series are asked for. Where each question counts, none is repeated: whoever polls asks again anyway.
 *
 * @param key - of BLS, for 500 questions a day instead of 25
 * @see https://www.bls.gov/developers/api_faqs.htm
 * @internal for tests
 */
export function blsPolicy(key: string | undefined): ClientPolicy {
  return {
    ...DEFAULT_POLICY,
    source: 'BLS',
    hosts: ['api.bls.gov'],
    largest: 1_000_000,
    timeout: 10_000,
    retries: { attempts: key === undefined ? 1 : 2, firstPause: 500, longestPause: 5_000 },
    budget: { perDay: key === undefined ? QUESTIONS_A_DAY.keyless : QUESTIONS_A_DAY.keyed },
    breaker: { failures: 8, rest: 15_000 },
    secrets: key === undefined ? [] : [key],
  };
}

/**
 * How the calendar is asked for: another server, which counts nothing.
 *
 * @internal for tests
 */
export const BLS_CALENDAR_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'BLS calendar',
  hosts: ['www.bls.gov'],
  largest: 2_000_000,
};

/** What the Bureau of Labor Statistics gives, and a light question for each. */
export type Bls = {
  /** Of the series, and of the calendar. */
  readonly clients: readonly MonitoredHttpClient[];
  readonly figures: FiguresSource;
  readonly releaseDates: ReleaseDates;
  readonly probes: readonly SourceProbe[];
};

/**
 * Nothing is asked yet. An answer that nobody can read counts as a failure of its source.
 *
 * @param key - of BLS; without it figures are looked for 25 times a day at most
 */
export function openBls(http: HttpParts, key: string | undefined): Bls {
  const series = createHttpClient(blsPolicy(key), http);
  const calendar = createHttpClient(BLS_CALENDAR_POLICY, http);
  const figures = createBlsFigures({ client: series, clock: http.wallClock, key });
  const dates = createBlsReleaseDates(calendar);
  return {
    clients: [series, calendar],
    figures: {
      ...figures,
      look: (kind, signal) => noteUnreadable(series, () => figures.look(kind, signal)),
    },
    releaseDates: { ...dates, dates: (signal) => noteUnreadable(calendar, () => dates.dates(signal)) },
    probes: [
      {
        name: 'BLS',
        gives: 'figures',
        key: 'BLS_API_KEY',
        trial: trial(series, async (signal) => {
          const shown = await figures.look('CPI', signal);
          return shown && { month: shown.referenceMonth };
        }),
      },
      {
        name: 'BLS calendar',
        gives: 'release-dates',
        trial: trial(calendar, async (signal) => {
          const days = (await dates.dates(signal)).map(({ day }) => day);
          const latest = days.toSorted().at(-1);
          return latest === undefined ? undefined : { day: latest };
        }),
      },
    ],
  };
}

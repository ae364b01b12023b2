import { createBlsFigures } from '#adapters/bls/figures.ts';
import { createBlsReleaseDates } from '#adapters/bls/release-dates.ts';
import { BLS_CALENDAR_POLICY, blsPolicy } from '#adapters/bls/terms.ts';
import { createClevelandNowcast } from '#adapters/cleveland/nowcast.ts';
import { CLEVELAND_POLICY } from '#adapters/cleveland/terms.ts';
import { FOREX_FACTORY_POLICY } from '#adapters/forexfactory/terms.ts';
import { createForexFactoryConsensus } from '#adapters/forexfactory/weekly-consensus.ts';
import { createFredFigures } from '#adapters/fred/figures.ts';
import { fredPolicy } from '#adapters/fred/terms.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { DAY } from '#domain/duration.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ConsensusSource } from '#ports/sources/consensus-source.ts';
import type { SourceExamination } from '#ports/sources/source-examination.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { ExaminationParts } from './examination-parts.ts';
import { marketExaminations } from './market-examinations.ts';
import { onceOnly } from './once-only.ts';
import { type Trial, trialOf } from './trial-of.ts';

/** Every source with one light question of its own, for whoever asks whether they are well. Nothing is asked yet. */
export function sourceExaminations(parts: ExaminationParts): readonly SourceExamination[] {
  return [...releaseExaminations(parts), ...marketExaminations(parts)];
}

function releaseExaminations({ http, blsKey, fredKey }: ExaminationParts): readonly SourceExamination[] {
  const clock = http.wallClock;
  const bls = onceOnly(blsPolicy(blsKey), http);
  const calendar = onceOnly(BLS_CALENDAR_POLICY, http);
  const factory = onceOnly(FOREX_FACTORY_POLICY, http);
  const cleveland = onceOnly(CLEVELAND_POLICY, http);
  const figures = createBlsFigures({ client: bls, clock, key: blsKey });
  const dates = createBlsReleaseDates(calendar);
  return [
    {
      name: 'BLS',
      gives: 'figures',
      key: 'BLS_API_KEY',
      trial: trialOf(bls, async (signal) => monthOf((await figures.look('CPI', signal))?.referenceMonth)),
    },
    fredExamination(http, fredKey),
    {
      name: 'BLS calendar',
      gives: 'release-dates',
      trial: trialOf(calendar, async (signal) => latestDay(await dates.dates(signal))),
    },
    {
      name: 'ForexFactory',
      gives: 'consensus',
      trial: expected(factory, createForexFactoryConsensus({ client: factory, clock }), http),
    },
    {
      name: 'Cleveland Fed',
      gives: 'nowcast',
      trial: expected(cleveland, createClevelandNowcast({ client: cleveland, clock }), http),
    },
  ];
}

function fredExamination(http: HttpParts, key: string | undefined): SourceExamination {
  const about = { name: 'FRED', gives: 'figures', key: 'FRED_API_KEY' } as const;
  if (key === undefined) {
    return about;
  }
  const fred = onceOnly(fredPolicy(key), http);
  const figures = createFredFigures({ client: fred, clock: http.wallClock, key });
  return {
    ...about,
    trial: trialOf(fred, async (signal) => monthOf((await figures.look('CPI', signal))?.referenceMonth)),
  };
}

/** Asked for a release of tomorrow: whether there is one, the whole answer must be read to know. */
function expected(http: MonitoredHttpClient, consensus: ConsensusSource, { wallClock }: HttpParts): Trial {
  return trialOf(http, async (signal) => {
    const now = wallClock.now();
    const forecasts = await consensus.forecasts(tomorrow(now), now, signal);
    return forecasts && { at: forecasts.capturedAt };
  });
}

/** Characters of `YYYY-MM`. */
const MONTH_LENGTH = 7;

function tomorrow(now: number): Release {
  const scheduledAt = now + DAY;
  return {
    id: 'CPI-trial',
    kind: 'CPI',
    // A nowcast speaks of the running month from its first days on.
    referenceMonth: newYorkDay(now).slice(0, MONTH_LENGTH),
    status: 'scheduled',
    scheduledAt,
    source: 'trial',
    quality: 'live',
  };
}

function monthOf(month: string | undefined): { readonly month: string } | undefined {
  return month === undefined ? undefined : { month };
}

function latestDay(dates: readonly { readonly day: string }[]): { readonly day: string } | undefined {
  const day = dates
    .map((date) => date.day)
    .toSorted()
    .at(-1);
  return day === undefined ? undefined : { day };
}

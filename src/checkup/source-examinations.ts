import { createBlsFigures } from '#adapters/bls/figures.ts';
import { createBlsReleaseDates } from '#adapters/bls/release-dates.ts';
import { BLS_CALENDAR_TERMS, blsTerms } from '#adapters/bls/terms.ts';
import { createClevelandNowcast } from '#adapters/cleveland/nowcast.ts';
import { CLEVELAND_TERMS } from '#adapters/cleveland/terms.ts';
import { FOREX_FACTORY_TERMS } from '#adapters/forexfactory/terms.ts';
import { createForexFactoryConsensus } from '#adapters/forexfactory/weekly-consensus.ts';
import { createFredFigures } from '#adapters/fred/figures.ts';
import { fredTerms } from '#adapters/fred/terms.ts';
import type { WebParts } from '#adapters/http/web-terms.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ConsensusSource } from '#ports/sources/consensus-source.ts';
import type { SourceExamination } from '#ports/sources/source-examination.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';
import type { ExaminationParts } from './examination-parts.ts';
import { marketExaminations } from './market-examinations.ts';
import { onceOnly } from './once-only.ts';
import { type Trial, trialOf } from './trial-of.ts';

/** Every source with one light question of its own, for whoever asks whether they are well. Nothing is asked yet. */
export function sourceExaminations(parts: ExaminationParts): readonly SourceExamination[] {
  return [...releaseExaminations(parts), ...marketExaminations(parts)];
}

function releaseExaminations({ web, blsKey, fredKey }: ExaminationParts): readonly SourceExamination[] {
  const clock = web.wallClock;
  const bls = onceOnly(blsTerms(blsKey), web);
  const calendar = onceOnly(BLS_CALENDAR_TERMS, web);
  const factory = onceOnly(FOREX_FACTORY_TERMS, web);
  const cleveland = onceOnly(CLEVELAND_TERMS, web);
  const figures = createBlsFigures({ web: bls, clock, key: blsKey });
  const dates = createBlsReleaseDates(calendar);
  return [
    {
      name: 'BLS',
      gives: 'figures',
      key: 'BLS_API_KEY',
      trial: trialOf(bls, async (signal) => monthOf((await figures.look('CPI', signal))?.referenceMonth)),
    },
    fredExamination(web, fredKey),
    {
      name: 'BLS calendar',
      gives: 'release-dates',
      trial: trialOf(calendar, async (signal) => latestDay(await dates.dates(signal))),
    },
    {
      name: 'ForexFactory',
      gives: 'consensus',
      trial: expected(factory, createForexFactoryConsensus({ web: factory, clock }), web),
    },
    {
      name: 'Cleveland Fed',
      gives: 'nowcast',
      trial: expected(cleveland, createClevelandNowcast({ web: cleveland, clock }), web),
    },
  ];
}

function fredExamination(web: WebParts, key: string | undefined): SourceExamination {
  const about = { name: 'FRED', gives: 'figures', key: 'FRED_API_KEY' } as const;
  if (key === undefined) {
    return about;
  }
  const fred = onceOnly(fredTerms(key), web);
  const figures = createFredFigures({ web: fred, clock: web.wallClock, key });
  return {
    ...about,
    trial: trialOf(fred, async (signal) => monthOf((await figures.look('CPI', signal))?.referenceMonth)),
  };
}

/** Asked for a release of tomorrow: whether there is one, the whole answer must be read to know. */
function expected(web: WatchedWeb, consensus: ConsensusSource, { wallClock }: WebParts): Trial {
  return trialOf(web, async (signal) => {
    const now = wallClock.now();
    const forecasts = await consensus.forecasts(tomorrow(now), now, signal);
    return forecasts && { at: forecasts.capturedAt };
  });
}

const DAY = 86_400_000;

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

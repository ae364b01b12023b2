import { newYorkDay } from '#calendar/new-york.ts';
import { DAY } from '#domain/duration.ts';
import type { Release } from '#domain/releases/release.ts';
import type { WallClock } from '#ports/clock.ts';
import type { ConsensusSource } from '#ports/sources/release-data.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import { type Trial, trial } from './trial.ts';

/** Characters of `YYYY-MM`. */
const MONTH_LENGTH = 7;

/** Asks for a release of tomorrow: whether there is one, the whole answer must be read to know. */
export function consensusTrial(
  client: MonitoredHttpClient,
  consensus: ConsensusSource,
  wallClock: Pick<WallClock, 'now'>,
): Trial {
  return trial(client, async (signal) => {
    const now = wallClock.now();
    const forecasts = await consensus.forecasts(releaseOfTomorrow(now), now, signal);
    return forecasts && { at: forecasts.capturedAt };
  });
}

function releaseOfTomorrow(now: number): Release {
  return {
    id: 'CPI-trial',
    kind: 'CPI',
    // A nowcast speaks of the running month from its first days on.
    referenceMonth: newYorkDay(now).slice(0, MONTH_LENGTH),
    status: 'scheduled',
    scheduledAt: now + DAY,
    source: 'trial',
    quality: 'live',
  };
}

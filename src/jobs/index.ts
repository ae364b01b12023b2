import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';
import { announceRelease } from './announce-release.ts';
import { checkIntraday } from './check-intraday.ts';
import { captureForecasts } from './capture-forecasts.ts';
import { forgetServers } from './forget-servers.ts';
import { evaluateClose } from './evaluate-close.ts';
import { lookAtHedges } from './look-at-hedges.ts';
import { refreshCalendar } from './refresh-calendar.ts';
import { reviewDecisions } from './review-decisions.ts';
import { verifyPrint } from './verify-print.ts';
import { watchPrint } from './watch-print.ts';

/** What the clock asks for: one job for each kind of work. */
export function jobs(services: TimedServices): readonly Job[] {
  return [
    announceRelease(services),
    captureForecasts(services),
    watchPrint(services),
    checkIntraday(services),
    evaluateClose(services),
    refreshCalendar(services),
    forgetServers(services),
    reviewDecisions(services),
    lookAtHedges(services),
    verifyPrint(services),
  ];
}

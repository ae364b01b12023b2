import { bind, type Needs } from '#services/bind.ts';
import { alertLate } from './alert-late.ts';
import { announceRelease } from './announce-release.ts';
import { captureForecasts } from './capture-forecasts.ts';
import { enterConsensus } from './enter-consensus.ts';
import { enterPrint } from './enter-print.ts';
import { receivePrint } from './receive-print.ts';
import { refreshCalendar } from './refresh-calendar.ts';
import { findReleases, showCalendar } from './show-calendar.ts';
import { showReleases } from './show-releases.ts';
import { verifyPrint } from './verify-print.ts';

type PrintDeps = Needs<
  | typeof announceRelease
  | typeof receivePrint
  | typeof verifyPrint
  | typeof alertLate
  | typeof refreshCalendar
>;

type ReleaseDeps = Needs<
  typeof showReleases | typeof showCalendar | typeof findReleases | typeof enterConsensus | typeof enterPrint
>;

export type ReleaseServices = ReturnType<typeof bindReleases>;

/** What people ask of releases, and what stewards type in. */
export function bindReleases(deps: ReleaseDeps) {
  return {
    showReleases: bind(showReleases, deps),
    showCalendar: bind(showCalendar, deps),
    findReleases: bind(findReleases, deps),
    enterConsensus: bind(enterConsensus, deps),
    enterPrint: bind(enterPrint, deps),
  };
}

export type ReleaseDayServices = ReturnType<typeof bindReleaseDay>;

/** What the clock asks of releases. */
export function bindReleaseDay(deps: PrintDeps) {
  return {
    announceRelease: bind(announceRelease, deps),
    captureForecasts: bind(captureForecasts, deps),
    receivePrint: bind(receivePrint, deps),
    alertLate: bind(alertLate, deps),
    verifyPrint: bind(verifyPrint, deps),
    refreshCalendar: bind(refreshCalendar, deps),
  };
}

import { createEnterConsensus, type ConsensusParts } from './enter-consensus.ts';
import { createEnterPrint, type EnterPrintParts } from './enter-print.ts';
import type { Services } from '#services/index.ts';
import type { ReleaseServices } from './release-services.ts';
import { createShowCalendar, type CalendarParts } from './show-calendar.ts';
import { createShowReleases, type ReleaseParts } from './show-releases.ts';

/** What people ask of releases, and what stewards type in. */
export function createReleaseServices(
  parts: CalendarParts & ReleaseParts & ConsensusParts & EnterPrintParts,
): ReleaseServices & Pick<Services, 'showReleases'> {
  return {
    showReleases: createShowReleases(parts),
    ...createShowCalendar(parts),
    enterConsensus: createEnterConsensus(parts),
    enterPrint: createEnterPrint(parts),
  };
}

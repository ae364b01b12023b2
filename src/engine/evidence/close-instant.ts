import { newYorkInstant } from '#calendar/new-york.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

/**
 * When the last closes were made, epoch milliseconds (UTC): 16:00 in New York, or the snapshot's own instant where
 * that is earlier, as on a day of early closing.
 */
export function closeInstant({ asOf, lastSession }: Pick<Snapshot, 'asOf' | 'lastSession'>): number {
  return Math.min(asOf, newYorkInstant(lastSession, '16:00'));
}

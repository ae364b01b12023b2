import { newYorkInstant } from '#calendar/new-york.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';

/** A release at 08:30 New York on a day, or as the overrides say. */
export function releaseOn(kind: ReleaseKind, day: string, overrides: Partial<Release> = {}): Release {
  return {
    id: `${kind}-${day}`,
    kind,
    status: 'scheduled',
    scheduledAt: newYorkInstant(day, '08:30'),
    source: 'test',
    quality: 'recorded',
    ...overrides,
  };
}

import type { DueWork } from '#domain/releases/due-work.ts';

/** @throws Error for work that belongs to no release, which is never planned with these kinds */
export function releaseOf({ id, releaseId }: DueWork): string {
  if (releaseId === undefined) {
    throw new Error(`${id} names no release`);
  }
  return releaseId;
}

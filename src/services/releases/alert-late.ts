import type { Poll } from '#domain/releases/poll.ts';
import type { ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { findRelease } from './find-release.ts';
import { followRelease } from './follow-release.ts';

type LateDeps = Pick<AlertServices, 'alertServers'> & {
  readonly releases: ReleaseCalendar;
  readonly ledger: Pick<ObservationLedger, 'polls'> &
    Pick<ReleaseLedger, 'storedReleases' | 'changeReleases'>;
};

/** Tells every server that figures are overdue. @param minutes - since they were due */
export async function alertLate(
  deps: LateDeps,
  releaseId: string,
  minutes: number,
  now: number,
): Promise<void> {
  const release = await findRelease(deps, releaseId, new AbortController().signal);
  await followRelease(deps, release, { status: 'late' }, now);
  const silent = silentSources(await deps.ledger.polls(releaseId));
  const content = { form: 'late', release, minutes, ...(silent.length > 0 && { silent }) } as const;
  const id = `${release.id}.late-${minutes}`;
  await deps.alertServers({ id, kind: 'late', content: () => content }, now);
}

/** Sources that did not answer the last time that they were asked. */
function silentSources(polls: readonly Poll[]): readonly string[] {
  const latest = new Map(polls.map((poll) => [poll.source, poll]));
  return [...latest.values()].filter(({ saw }) => saw === 'failed').map(({ source }) => source);
}

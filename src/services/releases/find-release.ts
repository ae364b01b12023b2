import { SourceChanged } from '#domain/problem.ts';
import type { Print } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';

/** A release of the calendar by its id. @throws SourceChanged where the calendar no longer lists it */
export async function findRelease(
  { releases }: { readonly releases: ReleaseCalendar },
  id: string,
  signal: AbortSignal,
): Promise<Release> {
  const release = (await releases.releases(signal)).find((each) => each.id === id);
  if (!release) {
    throw new SourceChanged('the release calendar', `it no longer lists ${id}`);
  }
  return release;
}

/** The print of a release as it was received until an instant; `undefined` before that. */
export async function receivedPrint(
  { ledger }: { readonly ledger: Pick<PrintLedger, 'prints'> },
  id: string,
  now: number,
): Promise<Print | undefined> {
  return (await ledger.prints(now)).find(({ releaseId }) => releaseId === id);
}

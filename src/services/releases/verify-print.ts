import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { PrintSource, ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import { findRelease, receivedPrint } from './find-release.ts';

type VerifyDeps = Pick<AlertServices, 'alertDegraded'> & {
  readonly releases: ReleaseCalendar;
  readonly prints?: Pick<PrintSource, 'verify'>;
  readonly ledger: Pick<PrintLedger, 'prints'>;
};

/** Asks the other sources for a print that was received, and tells servers where one shows something else. */
export async function verifyPrint(
  deps: VerifyDeps,
  releaseId: string,
  now: number,
  signal: AbortSignal,
): Promise<'settled' | 'waiting' | 'nobody-else'> {
  const release = await findRelease(deps, releaseId, signal);
  const print = await receivedPrint(deps, releaseId, now);
  if (!deps.prints?.verify) {
    return 'nobody-else';
  }
  const agreement = print && (await deps.prints.verify(release, print, signal));
  if (agreement?.kind === 'disputed') {
    const { looks } = agreement;
    await deps.alertDegraded(`${releaseId}.disputed`, { about: 'print-disputed', release, looks }, now);
  }
  return agreement?.kind === 'confirmed' ? 'settled' : 'waiting';
}

import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/known-at.ts';
import type { Print } from '#domain/releases/print.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import type { PrintSource, ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { findRelease, receivedPrint } from './find-release.ts';
import { followRelease } from './follow-release.ts';
import { noteRevision } from './note-revision.ts';

type ReceiveDeps = Pick<EvaluationServices, 'evaluateServers'> &
  Pick<AlertServices, 'alertDegraded' | 'alertOnOutage'> & {
    readonly calendar: ExchangeCalendar;
    readonly releases: ReleaseCalendar;
    readonly prints?: Pick<PrintSource, 'fetch'>;
    readonly ledger: Pick<PrintLedger, 'keepPrint' | 'prints' | 'keepRevision'> &
      Pick<ReleaseLedger, 'storedReleases' | 'changeReleases'>;
  };

/**
 * Asks for a release's figures; once they are there, stores them, evaluates every server and plans its alerts.
 *
 * @throws SourceChanged or SourceUnavailable
 */
export async function receivePrint(
  deps: ReceiveDeps,
  releaseId: string,
  now: number,
  signal: AbortSignal,
): Promise<'received' | 'not-out'> {
  const release = await findRelease(deps, releaseId, signal);
  // What was stored by a run that failed afterwards: no source shows it as new a second time.
  const print =
    (await receivedPrint(deps, releaseId, now)) ?? (await deps.prints?.fetch(release, now, signal));
  if (!print) {
    await followRelease(deps, release, { status: 'due' }, now);
    return 'not-out';
  }
  await deps.ledger.keepPrint(print);
  await followRelease(deps, release, publishedAs(print), now);
  await noteRevision(deps, print, now);
  const session = dayZero(print.releasedAt, deps.calendar);
  // It was asked for after the work began, and would not be known yet at that instant.
  const known = Math.max(now, print.receivedAt);
  const evaluation = { kind: 'print', session, releaseId } as const;
  await deps.alertOnOutage(deps.evaluateServers({ evaluation, now: known }, signal), (source) =>
    deps.alertDegraded(`${releaseId}.print`, { about: 'print-unjudged', release, source }, now),
  );
  return 'received';
}

/** Without a one-month change of either series it is published in part. */
function publishedAs({ figures, referenceMonth }: Print): Parameters<typeof followRelease>[2] {
  const isWhole = figures.headline.actual !== undefined || figures.core.actual !== undefined;
  return { status: isWhole ? 'released' : 'partial', referenceMonth };
}

import { shiftMonth } from '#calendar/calendar-day.ts';
import type { Figure, Print } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import { followRelease } from './follow-release.ts';

type RevisionDeps = {
  readonly ledger: Pick<PrintLedger, 'prints' | 'keepRevision'> &
    Pick<ReleaseLedger, 'storedReleases' | 'changeReleases'>;
};

/**
 * Stores what a print makes of the month before it, beside what that month first printed: the first print stays what
 * surprises are measured against; the restated one is appended, and its release revised.
 */
export async function noteRevision(deps: RevisionDeps, print: Print, now: number): Promise<void> {
  const { ledger } = deps;
  const month = shiftMonth(print.referenceMonth, -1);
  const earlier = (await ledger.prints(now)).findLast(
    ({ kind, referenceMonth }) => kind === print.kind && referenceMonth === month,
  );
  const restated = earlier && restate(earlier, print);
  if (!restated || (await ledger.keepRevision(restated)) === 'same') {
    return;
  }
  const release = (await ledger.storedReleases()).find(({ id }) => id === restated.releaseId);
  const revised = { status: 'revised', source: print.source } as const;
  await followRelease(deps, release ?? releaseOf(restated), revised, now);
}

/** `undefined` where the later print restates nothing. */
function restate(earlier: Print, { figures, receivedAt, source }: Print): Print | undefined {
  const { headline, core } = earlier.figures;
  const [newHeadline, newCore] = [
    restateFigure(headline, figures.headline),
    restateFigure(core, figures.core),
  ];
  return newHeadline === headline && newCore === core
    ? undefined
    : {
        ...earlier,
        figures: { ...earlier.figures, headline: newHeadline, core: newCore },
        receivedAt,
        source,
      };
}

function restateFigure(first: Figure, { revisedPrevious }: Figure): Figure {
  return revisedPrevious === undefined || revisedPrevious === first.actual
    ? first
    : { ...first, actual: revisedPrevious };
}

function releaseOf({ releaseId, kind, referenceMonth, scheduledAt, source, quality }: Print): Release {
  return { id: releaseId, kind, referenceMonth, status: 'released', scheduledAt, source, quality };
}

import { newYorkDay } from '#calendar/new-york.ts';
import type { PastPrint, Print } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';

/**
 * Prints of one report published before an instant, oldest first: those we received ourselves, and before them those
 * that came with the bot or were fetched. Of one day our own counts: it holds the consensus as it was captured.
 */
export async function pastPrints(
  {
    past,
    ledger,
  }: { readonly past: Pick<PrintSource, 'history'>; readonly ledger: Pick<PrintLedger, 'prints'> },
  kind: ReleaseKind,
  before: number,
  signal: AbortSignal,
): Promise<readonly PastPrint[]> {
  const earlier = await past.history(kind, before, signal);
  const own = (await ledger.prints(before))
    .filter((print) => print.kind === kind && print.releasedAt < before)
    .map((print) => ({ date: dayOf(print), figures: print.figures }));
  const byDay = new Map([...earlier, ...own].map((print) => [print.date, print]));
  return [...byDay.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function dayOf({ releasedAt }: Print): string {
  return newYorkDay(releasedAt);
}

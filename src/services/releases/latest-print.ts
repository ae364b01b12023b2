import type { Print } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';

/** The last print of one report that was received until an instant, epoch milliseconds (UTC). */
export async function latestPrint(
  ledger: Pick<PrintLedger, 'prints'>,
  kind: ReleaseKind,
  until: number,
): Promise<Print | undefined> {
  return (await ledger.prints(until)).findLast((print) => print.kind === kind);
}

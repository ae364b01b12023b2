import type { FileFault, FileLot, FilePlace } from '#domain/book/book-file.ts';
import type { LotFault, LotNumber } from '#domain/book/lot-fault.ts';
import { checkLot } from '#engine/book/check-lot.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';

/** Everything that keeps positions of a file from being held at an instant, each where it stands in the file. */
export function checkFileLots(lots: readonly FileLot[], terms: LotTerms): readonly FileFault[] {
  return lots.flatMap(({ lot, places }) => {
    const [place] = places;
    return place === undefined
      ? []
      : checkLot(lot, terms).map((fault) => ({ place: placeOf(place, fault, places.length === 1), fault }));
  });
}

/** A position that several rows make up has no column of its own. */
function placeOf(place: FilePlace, fault: LotFault, isOneRow: boolean): FilePlace {
  const column = isOneRow ? columnOf(fault) : undefined;
  return column === undefined ? place : { ...place, column };
}

const COLUMNS: Readonly<Partial<Record<LotNumber, string>>> = { cost: 'cost', credit: 'credit' };

function columnOf(fault: LotFault): string | undefined {
  switch (fault.kind) {
    case 'quantity':
      return 'quantity';
    case 'not-positive':
    case 'negative':
      return COLUMNS[fault.what];
    case 'credit-above-wing':
      return 'credit';
    case 'expired':
    case 'not-listed':
    case 'beyond-calendar':
      return 'expiry';
    case 'in-future':
    case 'not-a-session':
      return 'opened_on';
    default:
      return undefined;
  }
}

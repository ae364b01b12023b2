import type { NewLot } from '#domain/book/lot-draft.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import { checkLot } from './check-lot.ts';
import type { LotTerms } from './lot-terms.ts';
import type { CondorStrikes } from '#domain/book/lot.ts';

/** What came of reading something that somebody typed: what was meant, or everything that is wrong with it. */
export type Drafted<Meant> = { readonly meant: Meant } | { readonly faults: readonly LotFault[] };

/** The lot itself if it can be held, else its faults. */
export function checked<Lot extends NewLot>(lot: Lot, terms: LotTerms): Drafted<Lot> {
  const faults = checkLot(lot, terms);
  return faults.length === 0 ? { meant: lot } : { faults };
}

const BETWEEN = /[/\s,;]+/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Four strikes typed as one text, such as `5600/5700/6250/6350`; blanks, commas and semicolons separate too. */
export function readStrikes(typed: string): Drafted<CondorStrikes> {
  const words = typed.trim().split(BETWEEN);
  const [longPut, shortPut, shortCall, longCall, ...more] = words.map(Number);
  const isReadable = words.every((word) => NUMBER.test(word)) && more.length === 0;
  return isReadable &&
    longPut !== undefined &&
    shortPut !== undefined &&
    shortCall !== undefined &&
    longCall !== undefined
    ? { meant: { longPut, shortPut, shortCall, longCall } }
    : { faults: [{ kind: 'strikes-unreadable', typed }] };
}

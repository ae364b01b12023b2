import { InvalidLots } from '#domain/book/book-problem.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { Drafted } from './drafted.ts';

/**
 * What was meant by something typed.
 *
 * @throws InvalidLots with everything that is wrong with it
 */
export function acceptDraft<Meant>(drafted: Drafted<Meant>): Meant {
  if ('faults' in drafted) {
    throw refuseDraft(drafted.faults);
  }
  return drafted.meant;
}

/** The problem of one thing that somebody typed. */
export function refuseDraft(faults: readonly LotFault[]): InvalidLots {
  return new InvalidLots(faults.map((fault) => ({ place: 0, fault })));
}

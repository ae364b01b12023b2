import type { Condor } from '#domain/book/lot.ts';
import type { CondorDraft } from '#domain/book/lot-draft.ts';
import { checked, type Drafted, readStrikes } from './drafted.ts';
import { lastTradingDay, type LotTerms } from './lot-terms.ts';

/** An iron condor as somebody typed it, with what they left out filled in, or everything that is wrong with it. */
export function draftCondor(draft: CondorDraft, terms: LotTerms): Drafted<Omit<Condor, 'id'>> {
  const strikes = readStrikes(draft.strikes);
  if ('faults' in strikes) {
    return strikes;
  }
  return checked(
    {
      kind: 'condor',
      quantity: draft.quantity,
      openedOn: draft.openedOn?.trim() ?? lastTradingDay(terms),
      expiry: draft.expiry.trim(),
      settlement: draft.settlement ?? 'PM',
      strikes: strikes.meant,
      ...(draft.credit !== undefined && { credit: draft.credit }),
    },
    terms,
  );
}

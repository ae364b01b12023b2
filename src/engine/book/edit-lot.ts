import type { Condor, Hedge, Lot } from '#domain/book/lot.ts';
import type { LotEdit } from '#domain/book/lot-draft.ts';
import type { LotFault, LotField } from '#domain/book/lot-fault.ts';
import { usualLayer } from './draft-hedge.ts';
import { checked, type Drafted, readStrikes } from './drafted.ts';
import type { LotTerms } from './lot-terms.ts';

const OF_HEDGES: readonly (keyof LotEdit & LotField)[] = ['strike', 'right', 'cost', 'layer'];
const OF_CONDORS: readonly (keyof LotEdit & LotField)[] = ['strikes', 'settlement', 'credit'];

/** A lot with some of it changed, or everything that is wrong with the change. */
export function editLot(lot: Lot, edit: LotEdit, terms: LotTerms): Drafted<Lot> {
  const faults = strangers(lot)
    .filter((field) => edit[field] !== undefined)
    .map((field): LotFault => ({ kind: 'does-not-take', field, of: nameOf(lot) }));
  if (faults.length > 0) {
    return { faults };
  }
  return lot.kind === 'condor' ? editCondor(lot, edit, terms) : checked(editHedge(lot, edit, terms), terms);
}

/** What a lot has not, and so cannot be changed of it. */
function strangers(lot: Lot): readonly (keyof LotEdit & LotField)[] {
  if (lot.kind === 'condor') {
    return OF_HEDGES;
  }
  switch (lot.instrument) {
    case 'VIX':
      return OF_CONDORS;
    case 'VX':
    case 'VXM':
      return [...OF_CONDORS, 'strike', 'right'];
    case 'VXX':
    case 'UVXY':
      return [...OF_CONDORS, 'strike', 'right', 'expiry', 'layer'];
  }
}

function nameOf(lot: Lot): string {
  return lot.kind === 'condor' ? 'condor' : lot.instrument;
}

function editCondor(condor: Condor, edit: LotEdit, terms: LotTerms): Drafted<Lot> {
  const { quantity, settlement, credit } = edit;
  const strikes = edit.strikes === undefined ? { meant: condor.strikes } : readStrikes(edit.strikes);
  if ('faults' in strikes) {
    return strikes;
  }
  return checked(
    {
      ...condor,
      ...(quantity !== undefined && { quantity }),
      ...(settlement !== undefined && { settlement }),
      ...(credit !== undefined && { credit }),
      ...days(edit),
      strikes: strikes.meant,
    },
    terms,
  );
}

function editHedge(hedge: Hedge, edit: LotEdit, terms: LotTerms): Hedge {
  const { quantity, cost } = edit;
  const facts = { ...(quantity !== undefined && { quantity }), ...(cost !== undefined && { cost }) };
  switch (hedge.instrument) {
    case 'VIX': {
      const { strike = hedge.strike, right = hedge.right } = edit;
      return { ...hedge, ...facts, ...days(edit), ...layer(hedge, edit, terms), strike, right };
    }
    case 'VX':
    case 'VXM':
      return { ...hedge, ...facts, ...days(edit), ...layer(hedge, edit, terms) };
    case 'VXX':
    case 'UVXY':
      return { ...hedge, ...facts, ...opened(edit) };
  }
}

function days({ expiry, openedOn }: LotEdit): { readonly expiry?: string; readonly openedOn?: string } {
  return { ...(expiry !== undefined && { expiry: expiry.trim() }), ...opened({ openedOn }) };
}

function opened({ openedOn }: { readonly openedOn?: string | undefined }): { readonly openedOn?: string } {
  return openedOn === undefined ? {} : { openedOn: openedOn.trim() };
}

/** A layer that followed from the expiry follows the new one; one that somebody chose stays. */
function layer(
  hedge: Extract<Hedge, { expiry: string }>,
  edit: LotEdit,
  terms: LotTerms,
): Pick<Hedge, 'layer'> {
  if (edit.layer !== undefined) {
    return { layer: edit.layer };
  }
  const followed = hedge.layer === usualLayer(hedge.openedOn, hedge.expiry, terms);
  return edit.expiry !== undefined && followed
    ? { layer: usualLayer(edit.openedOn ?? hedge.openedOn, edit.expiry, terms) }
    : {};
}

import type { Hedge, LayerName } from '#domain/book/lot.ts';
import type { HedgeDraft, NewLot } from '#domain/book/lot-draft.ts';
import type { LotFault, LotField } from '#domain/book/lot-fault.ts';
import { daysBetween } from '#calendar/calendar-day.ts';
import { checked, type Drafted } from './drafted.ts';
import { lastTradingDay, type LotTerms } from './lot-terms.ts';

type Instrument = Hedge['instrument'];

/** What each instrument must say of itself, and what it may. */
const NEEDS: Readonly<Record<Instrument, readonly (keyof HedgeDraft & LotField)[]>> = {
  VIX: ['expiry', 'strike'],
  VX: ['expiry'],
  VXM: ['expiry'],
  VXX: [],
  UVXY: [],
};
const REFUSES: Readonly<Record<Instrument, readonly (keyof HedgeDraft & LotField)[]>> = {
  VIX: [],
  VX: ['strike', 'right'],
  VXM: ['strike', 'right'],
  VXX: ['expiry', 'strike', 'right', 'layer'],
  UVXY: ['expiry', 'strike', 'right', 'layer'],
};

/** A hedge lot as somebody typed it, with what they left out filled in, or everything that is wrong with it. */
export function draftHedge(draft: HedgeDraft, terms: LotTerms): Drafted<NewLot> {
  const faults = misfits(draft);
  return faults.length > 0 ? { faults } : checked(hedgeOf(draft, terms), terms);
}

function misfits(draft: HedgeDraft): readonly LotFault[] {
  const { instrument: of } = draft;
  return [
    ...NEEDS[of]
      .filter((field) => draft[field] === undefined)
      .map((field) => ({ kind: 'lacks', field, of }) as const),
    ...REFUSES[of]
      .filter((field) => draft[field] !== undefined)
      .map((field) => ({ kind: 'does-not-take', field, of }) as const),
  ];
}

function hedgeOf(draft: HedgeDraft, terms: LotTerms): NewLot {
  const facts = factsOf(draft, terms);
  switch (draft.instrument) {
    case 'VIX': {
      const { strike = Number.NaN, right = 'call' } = draft;
      return { ...facts, ...termOf(draft, facts.openedOn, terms), instrument: 'VIX', right, strike };
    }
    case 'VX':
    case 'VXM':
      return { ...facts, ...termOf(draft, facts.openedOn, terms), instrument: draft.instrument };
    case 'VXX':
    case 'UVXY':
      return { ...facts, instrument: draft.instrument };
  }
}

type Facts = Pick<Hedge, 'kind' | 'quantity' | 'openedOn' | 'cost'>;

function factsOf({ quantity, openedOn, cost }: HedgeDraft, terms: LotTerms): Facts {
  return {
    kind: 'hedge',
    quantity,
    openedOn: openedOn?.trim() ?? lastTradingDay(terms),
    ...(cost !== undefined && { cost }),
  };
}

function termOf(
  { expiry: typed = '', layer }: HedgeDraft,
  openedOn: string,
  terms: LotTerms,
): { readonly expiry: string; readonly layer: LayerName } {
  const expiry = typed.trim();
  return { expiry, layer: layer ?? usualLayer(openedOn, expiry, terms) };
}

/** The layer by the days from a purchase to its expiry. */
export function usualLayer(
  openedOn: string,
  expiry: string,
  { layers }: Pick<LotTerms, 'layers'>,
): LayerName {
  return layerOf(daysBetween(openedOn, expiry), layers);
}

const NAMES: readonly LayerName[] = ['short', 'medium', 'long'];

/**
 * The layer that a hedge belongs to when nobody says it: the one that begins with the nearest number of days.
 *
 * @param days - calendar days from the purchase to the expiry
 * @param layers - calendar days with which the short, medium and long layer begin. Of two that are as near, the
 *   shorter one.
 */
function layerOf(days: number, layers: readonly [number, number, number]): LayerName {
  const gaps = layers.map((start) => Math.abs(start - days));
  return NAMES[gaps.indexOf(Math.min(...gaps))] ?? 'long';
}

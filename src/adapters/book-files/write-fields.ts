import type { Condor, Hedge, Lot } from '#domain/book/lot.ts';
import type { Field } from './lot-fields.ts';

/** A position as the fields that it is written with; what it has not is absent. */
export function writeFields(lot: Lot): Readonly<Partial<Record<Field, string | number>>> {
  const { id, quantity, openedOn } = lot;
  return {
    id,
    ...(lot.kind === 'condor' ? condorFields(lot) : hedgeFields(lot)),
    quantity,
    opened_on: openedOn,
    ...(lot.isIllustration && { illustration: 'yes' }),
  };
}

function condorFields({
  expiry,
  settlement,
  strikes,
  credit,
}: Condor): Partial<Record<Field, string | number>> {
  return {
    instrument: 'SPX',
    expiry,
    settlement,
    long_put: strikes.longPut,
    short_put: strikes.shortPut,
    short_call: strikes.shortCall,
    long_call: strikes.longCall,
    ...(credit !== undefined && { credit }),
  };
}

function hedgeFields(hedge: Hedge): Partial<Record<Field, string | number>> {
  const { instrument, layer, cost } = hedge;
  return {
    instrument,
    ...('expiry' in hedge && { expiry: hedge.expiry }),
    ...('strike' in hedge && { right: hedge.right, strike: hedge.strike }),
    ...(cost !== undefined && { cost }),
    ...(layer !== undefined && { layer }),
  };
}

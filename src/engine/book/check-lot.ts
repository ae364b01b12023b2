import type { Condor } from '#domain/book/lot.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { LotFault, LotNumber } from '#domain/book/lot-fault.ts';
import { checkExpiry, checkTradingDay } from './check-expiry.ts';
import type { LotTerms } from './lot-terms.ts';

/** More contracts or shares than anybody holds: a typing error. */
const MOST = 1_000_000;

/** Everything that keeps a position from being one that can be held at an instant; empty when nothing does. */
export function checkLot(lot: NewLot, terms: LotTerms): readonly LotFault[] {
  const opened = checkTradingDay(lot.openedOn, terms);
  return [
    ...checkQuantity(lot.quantity),
    ...(lot.kind === 'condor' ? checkCondor(lot, terms) : checkHedge(lot, terms)),
    ...opened,
    ...(opened.length === 0 ? checkOrder(lot) : []),
  ];
}

/** Contracts or shares: a whole number of at least 1. */
export function checkQuantity(quantity: number): readonly LotFault[] {
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST
    ? []
    : [{ kind: 'quantity', value: quantity }];
}

/** A price that somebody paid or received: 0 for what was worth nothing, and never less. */
export function checkPrice(what: LotNumber, price: number | undefined): readonly LotFault[] {
  return price === undefined || (Number.isFinite(price) && price >= 0)
    ? []
    : [{ kind: 'negative', what, value: price }];
}

function checkCondor(condor: Omit<Condor, 'id'>, terms: LotTerms): readonly LotFault[] {
  const { longPut, shortPut, shortCall, longCall } = condor.strikes;
  const strikes = [longPut, shortPut, shortCall, longCall];
  const wrong = strikes.flatMap((strike) => checkPositive('strike', strike));
  const isAscending = longPut < shortPut && shortPut < shortCall && shortCall < longCall;
  const product = condor.settlement === 'AM' ? 'SPX AM options' : 'SPX PM options';
  return [
    ...wrong,
    ...(wrong.length === 0 && !isAscending ? [{ kind: 'strikes-order', strikes } as const] : []),
    ...(wrong.length === 0 && isAscending ? checkCredit(condor) : []),
    ...checkExpiry(product, condor.expiry, terms),
  ];
}

function checkCredit({ credit, strikes }: Omit<Condor, 'id'>): readonly LotFault[] {
  if (credit === undefined) {
    return [];
  }
  const wing = Math.max(strikes.shortPut - strikes.longPut, strikes.longCall - strikes.shortCall);
  return credit >= wing ? [{ kind: 'credit-above-wing', credit, wing }] : checkPositive('credit', credit);
}

function checkHedge(hedge: HedgeWithoutId, terms: LotTerms): readonly LotFault[] {
  const cost = checkPrice('cost', hedge.cost);
  switch (hedge.instrument) {
    case 'VIX':
      return [
        ...checkPositive('strike', hedge.strike),
        ...cost,
        ...checkExpiry('VIX options', hedge.expiry, terms),
      ];
    case 'VX':
    case 'VXM':
      return [...cost, ...checkExpiry('VIX futures', hedge.expiry, terms)];
    case 'VXX':
    case 'UVXY':
      return cost;
  }
}

type HedgeWithoutId = Exclude<NewLot, Omit<Condor, 'id'>>;

function checkPositive(what: LotNumber, value: number): readonly LotFault[] {
  return Number.isFinite(value) && value > 0 ? [] : [{ kind: 'not-positive', what, value }];
}

function checkOrder(lot: NewLot): readonly LotFault[] {
  return 'expiry' in lot && lot.openedOn > lot.expiry
    ? [{ kind: 'expires-before-opened', openedOn: lot.openedOn, expiry: lot.expiry }]
    : [];
}

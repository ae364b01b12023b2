import type { Hedge, Lot } from '#domain/book/lot.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import { DAY } from '#domain/duration.ts';
import type { Session } from '#domain/market/session.ts';
import { decimal } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const texts = en.book.lot;

/** A lot on one line: id, what and how many, expiry, days left, layer, price. */
export function lotLine(lot: Lot, today: Session): string {
  return texts.line(code(lot.id), lotFacts(lot, today));
}

/** A lot without its id, such as `4 VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85`. */
export function lotFacts(lot: NewLot, today: Session): string {
  const facts = [
    what(lot),
    expiryText(lot, today),
    ...(lot.kind === 'hedge' ? hedgeFacts(lot) : [credit(lot)]),
  ];
  return [...facts, lot.isIllustration ? texts.illustration : ''].filter((fact) => fact !== '').join(' · ');
}

/** What became different of a lot, such as `quantity 4 → 3, cost none → 1.85`. */
export function lotDifferences(before: Lot, after: Lot): string {
  const [from, to] = [fieldsOf(before), fieldsOf(after)];
  return FIELDS.filter((field) => from[field] !== to[field])
    .map((field) => texts.changed(texts.names[field], from[field] ?? texts.none, to[field] ?? texts.none))
    .join(', ');
}

/** Contracts, condors or shares with thousands separated. */
export function countText(count: number): string {
  return decimal(count, 0);
}

/** A price of an option or share: two decimals, more where it is that small. */
export function pointsText(points: number): string {
  return decimal(points, 2);
}

type Without = Exclude<NewLot, { kind: 'condor' }>;
type CondorFacts = Extract<NewLot, { kind: 'condor' }>;

function what(lot: NewLot): string {
  const quantity = countText(lot.quantity);
  if (lot.kind === 'condor') {
    return texts.condors(quantity, strikesText(lot));
  }
  switch (lot.instrument) {
    case 'VIX':
      return texts.options(quantity, String(lot.strike), lot.right);
    case 'VX':
    case 'VXM':
      return texts.futures(quantity, lot.instrument);
    case 'VXX':
    case 'UVXY':
      return texts.shares(quantity, lot.instrument);
  }
}

function strikesText({ strikes }: Pick<CondorFacts, 'strikes'>): string {
  return [strikes.longPut, strikes.shortPut, strikes.shortCall, strikes.longCall].join('/');
}

function expiryText(lot: NewLot, today: Session): string {
  if (!('expiry' in lot)) {
    return '';
  }
  const settlement = lot.kind === 'condor' ? ` ${lot.settlement}` : '';
  const left = Math.round((Date.parse(lot.expiry) - Date.parse(today)) / DAY);
  const expiry = texts.expiry(lot.expiry, settlement);
  return left >= 0 ? `${expiry}, ${texts.days(left)}` : expiry;
}

function hedgeFacts({ layer, cost }: Pick<Without, 'layer' | 'cost'>): readonly string[] {
  return [
    ...(layer === undefined ? [] : [texts.layer(layer)]),
    ...(cost === undefined ? [] : [texts.cost(pointsText(cost))]),
  ];
}

function credit({ credit: points }: Pick<CondorFacts, 'credit'>): string {
  return points === undefined ? '' : texts.credit(pointsText(points));
}

const FIELDS = [
  'quantity',
  'strikes',
  'strike',
  'right',
  'expiry',
  'settlement',
  'credit',
  'cost',
  'layer',
  'openedOn',
] as const;

type Fields = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

function fieldsOf(lot: Lot): Fields {
  const shared = { quantity: countText(lot.quantity), openedOn: lot.openedOn };
  if (lot.kind === 'condor') {
    const { expiry, settlement } = lot;
    return { ...shared, expiry, settlement, strikes: strikesText(lot), ...priceOf('credit', lot.credit) };
  }
  return {
    ...shared,
    ...priceOf('cost', lot.cost),
    ...(lot.layer !== undefined && { layer: lot.layer }),
    ...contractFields(lot),
  };
}

function contractFields(lot: Hedge): Fields {
  switch (lot.instrument) {
    case 'VIX':
      return { expiry: lot.expiry, strike: String(lot.strike), right: lot.right };
    case 'VX':
    case 'VXM':
      return { expiry: lot.expiry };
    case 'VXX':
    case 'UVXY':
      return {};
  }
}

function priceOf(name: 'credit' | 'cost', points: number | undefined): Fields {
  return points === undefined ? {} : { [name]: pointsText(points) };
}

import type { LayerName } from '#domain/book/lot.ts';
import type { NoOrderReason, OrderDraft } from '#domain/hedge/step-order.ts';

type UnnamedReason = NonNullable<OrderDraft['unnamed']>;

const noOrder: Readonly<Record<NoOrderReason, (filled: string, one: string) => string>> = {
  'already-there': (filled) => `nothing to trade: the book stands at ${filled} already`,
  'no-whole-contract': (filled, one) =>
    `nothing to trade: no whole contract comes nearer than ${filled}${one === '' ? '' : `, one would reach ${one}`}`,
  'no-scale': () => 'no contracts can be told: nothing that is held has a value',
  'no-call': () => 'no contracts can be told: no layer has a call that could be bought',
  'no-book': () => 'no book is kept: multipliers only. `/steward setup` tells what the server holds',
};

/** Words about step orders, their tickets and their fills. */
export const orders = {
  noOrder,
  ticket: (side: string, count: string, contract: string) => `${side} ${count} ${contract}`,
  sides: { buy: 'BUY', sell: 'SELL' },
  call: (expiry: string, strike: string, right: string) => `VIX ${expiry} ${strike} ${right}`,
  more: (count: number) => `and ${count} more`,
  about: (cost: string, basis: string) => `about ${cost}, ${basis}`,
  bases: {
    touch: { buy: 'at ask', sell: 'at bid' },
    theoretical: 'model, no quotes',
    mixed: (quoted: string, modelled: string, all: string) =>
      `${quoted}, ${modelled} of ${all} by the model, without a quote`,
  },
  ofCredit: (share: string) => `${share} of the credit`,
  reaches: (reaches: string) => `reaches ${reaches}`,
  oneMore: (reaches: string) => `one more ${reaches}`,
  slices: 'in slices',
  baseFirst: 'base size first: nothing is held, and the step follows once it is filled',
  fellBack: (layer: LayerName) => `${layer} layer by the next style: its own has no listed strike`,
  fellBackTo: (layer: LayerName, style: string) =>
    `${layer} layer: ${style}, its own style has no listed strike`,
  atMid: (cost: string) => `${cost} at mid`,
  theta: (dollars: string) => `θ ${dollars} a day`,
  baseTitle: '**Base size first**: a layer is empty',
  thenStep: '**Then the step**, once that is filled',
  otherStyles: 'Other styles',
  inPercent: (from: string, to: string) =>
    `contracts are counted, no lots: carry the hedge from ${from} to ${to}`,
  unnamed: {
    'no-listing': (from: string, to: string) =>
      `no contract can be named, for nothing listed could be priced: carry the hedge from ${from} to ${to}`,
  } satisfies Readonly<Record<UnnamedReason, (from: string, to: string) => string>>,
  noHedge: 'no hedge',
  sellFrom: (lot: string) => `sell from ${lot}`,
};

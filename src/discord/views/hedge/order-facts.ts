import { decimal, ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { dollars } from './exposure-text.ts';
import type { OrderDraft, OrderPlan, OrderTicket } from '#domain/hedge/step-order.ts';

const texts = en.hedge.orders;

/** Contracts of one option from which on it is traded in slices. */
const SLICES = 4;

const PERCENT = 100;

/** What an order's contracts cost, alone and as a share of the condors' credit, and what they reach; nothing without any. */
export function orderFacts(
  { reason, side, credit }: Pick<OrderDraft, 'reason' | 'side' | 'credit'>,
  { tickets, reaches, oneMoreReaches }: OrderPlan,
): readonly string[] {
  const cost = costOf(tickets);
  const facts = [
    ...(cost ? [texts.about(dollars(cost.dollars), basisText(side, cost))] : []),
    ...(cost && side === 'buy' && credit !== undefined
      ? [texts.ofCredit(`${decimal((cost.dollars / credit) * PERCENT, 1)} %`)]
      : []),
    ...(reason === 'base' ? [] : [texts.reaches(decimal(reaches, 2)) + oneMore(oneMoreReaches)]),
    ...(tickets.some(({ quantity }) => quantity >= SLICES) ? [texts.slices] : []),
  ];
  return facts.length === 0 ? [] : [`-# ${facts.join(' · ')}`];
}

/** What is to be traded where no contract is named: by how much, and why without contracts. */
export function unnamedText({ from, to, unnamed }: Pick<OrderDraft, 'from' | 'to' | 'unnamed'>): string {
  const text = unnamed === undefined ? texts.inPercent : texts.unnamed[unnamed];
  return text(ratio(from), ratio(to));
}

function oneMore(reaches: number | undefined): string {
  return reaches === undefined ? '' : `, ${texts.oneMore(decimal(reaches, 2))}`;
}

type Cost = {
  /** At the side they trade at; by the model for those without a quote. */
  readonly dollars: number;
  readonly contracts: number;
  /** How many of them have no quote. */
  readonly modelled: number;
};

/** `undefined` without tickets, and where one has no value at all. */
function costOf(tickets: readonly OrderTicket[]): Cost | undefined {
  return tickets.reduce<Cost | undefined>(
    (sum, { quantity, touch, theoretical }) => {
      const price = touch ?? theoretical;
      return sum === undefined || price === undefined
        ? undefined
        : {
            dollars: sum.dollars + price * quantity,
            contracts: sum.contracts + quantity,
            modelled: sum.modelled + (touch === undefined ? quantity : 0),
          };
    },
    tickets.length === 0 ? undefined : { dollars: 0, contracts: 0, modelled: 0 },
  );
}

function basisText(side: OrderTicket['side'], { contracts, modelled }: Cost): string {
  const { bases } = texts;
  if (modelled === 0) {
    return bases.touch[side];
  }
  return modelled === contracts
    ? bases.theoretical
    : bases.mixed(bases.touch[side], decimal(modelled, 0), decimal(contracts, 0));
}

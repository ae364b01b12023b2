import { type Part, collapsible, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { noOrderText } from '#discord/views/signal/order-lines.ts';
import { coverText } from './cover-text.ts';
import { dollars, signedDollars } from './exposure-text.ts';
import { orderFacts, unnamedText } from './order-facts.ts';
import { ticketBlock } from './ticket-text.ts';
import type { CoverReading } from '#domain/hedge/cover.ts';
import type { OrderEffect } from '#domain/hedge/order-effect.ts';
import type { OrderDraft, OrderOpening, OrderPlan } from '#domain/hedge/step-order.ts';

const texts = en.hedge.orders;
const styles = en.hedge.fills;

/** An opening with what each of its plans costs and reaches. */
type Planned = {
  readonly opening: OrderOpening;
  readonly effects: readonly OrderEffect[];
  /** Of the book as it is, under the headline's shock; absent where it is not measured. */
  readonly cover?: CoverReading | undefined;
};

/**
 * What opens for a step in a broker's words: the recommended style, or all of them; else why nothing opens. A base size
 * comes first, with the step that follows it.
 */
export function openingParts(
  { opening, effects, cover }: Planned,
  shown: 'recommended' | 'all',
): readonly Part[] {
  if (opening.kind === 'none') {
    return [text(noOrderText(opening))];
  }
  const { order } = opening;
  const plans = shown === 'all' ? order.plans : order.plans.slice(0, 1);
  return plans.length === 0
    ? [text(unnamedText(order))]
    : [
        ...plans.map((plan, place) =>
          collapsible(
            place === 0 ? 1 : 2,
            'plans',
            planTextLines(order, { plan, place, effect: effects[place], cover }),
          ),
        ),
        ...followingParts(order),
      ];
}

type PlacedPlan = {
  readonly plan: OrderPlan;
  readonly place: number;
  readonly effect: OrderEffect | undefined;
  readonly cover: CoverReading | undefined;
};

function planTextLines(order: OrderDraft, { plan, place, effect, cover }: PlacedPlan): readonly string[] {
  const name = styles.styles[plan.style];
  return [
    ...(order.reason === 'base' ? [texts.baseTitle] : []),
    place === 0 ? styles.recommended(name) : styles.style(name),
    ...(plan.tickets.length === 0 ? [styles.noStyle] : ticketBlock(plan.tickets)),
    ...fellBackLines(plan),
    ...orderFacts(order, plan),
    ...(effect && plan.tickets.length > 0 ? carryLine(effect) : []),
    ...(cover && plan.cover ? [`-# ${coverText(cover, plan.cover)}`] : []),
  ];
}

/** Once the base size is filled. */
function followingParts({ next }: OrderDraft): readonly Part[] {
  const [plan] = next?.plans ?? [];
  return next && plan
    ? [collapsible(1, 'plans', [texts.thenStep, ...ticketBlock(plan.tickets), ...orderFacts(next, plan)])]
    : [];
}

function fellBackLines({ calls = [] }: OrderPlan): readonly string[] {
  return calls.flatMap(({ layer, fellBackTo }) =>
    fellBackTo ? [`-# ${texts.fellBackTo(layer, styles.styles[fellBackTo])}`] : [],
  );
}

/** At the middle, and what a day takes of it. */
function carryLine({ mid, theta }: OrderEffect): readonly string[] {
  const facts = [
    ...(mid === undefined ? [] : [texts.atMid(dollars(Math.abs(mid)))]),
    ...(theta === undefined ? [] : [texts.theta(signedDollars(theta))]),
  ];
  return facts.length === 0 ? [] : [`-# ${facts.join(' · ')}`];
}

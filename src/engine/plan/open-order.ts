import type { LayerName, Positions } from '#domain/book/lot.ts';
import type { PlanStyle } from '#domain/hedge/hedge-plan.ts';
import type {
  NoOrderReason,
  OrderCall,
  OrderDraft,
  OrderOpening,
  OrderPlan,
  OrderTicket,
} from '#domain/hedge/step-order.ts';
import type { RebalanceWindow, Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { baseSize } from '#engine/upkeep/base-size.ts';
import { LAYERS } from '#engine/valuation/layer-expiries.ts';
import type { PlanRules } from './allocate-plan.ts';
import { orderCalls } from './order-calls.ts';
import { type OrderMarks, orderScale, orderUnits } from './order-scale.ts';
import { sellableLots } from './sellable-lots.ts';
import { type FittedPlan, fitDownOrder, fitUpOrder } from './step-order.ts';

/** What an order is opened from, all of it at the decision's marks. */
export type OpeningCase = OrderMarks & {
  readonly positions: Positions;
  /** Hedge contracts of a server that counts them without keeping lots; absent for every other. */
  readonly contracts?: number;
  /** Filled multiplier, or H under `absolute`; absent where nothing is held or H is unknown. */
  readonly filled?: number;
  /** What is asked, and which way the step went: an up-step never sells, an unwind never buys. */
  readonly asked: number;
  readonly direction: 'up' | 'down' | 'either';
  readonly base: number;
  /** Absent for what a steward opens by hand. */
  readonly decision?: string;
  readonly session: Session;
  readonly window: RebalanceWindow;
  /** Epoch milliseconds (UTC). */
  readonly validUntil: number;
  readonly meaning: Settings['ratio.meaning'];
  readonly style: PlanStyle;
  readonly settings: PlanRules;
};

/**
 * The order that a step opens, from where the book stands to what is asked: the base size first where a layer is
 * empty, then the step itself. An unwind never buys, not even what its layers lack.
 *
 * @see docs/method.md#step-orders
 */
export function openOrder(opening: OpeningCase): OrderOpening {
  const { positions, contracts, filled } = opening;
  if (positions.condors.length + positions.hedges.length === 0) {
    return contracts === undefined ? none('no-book', filled) : openCounted(opening, contracts);
  }
  const tickets = opening.direction === 'down' ? [] : baseTickets(opening);
  const missing = tickets.reduce((sum, { quantity }) => sum + quantity, 0);
  const step = openStep(opening, tickets, missing);
  if (tickets.length === 0) {
    return step;
  }
  return {
    kind: 'opens',
    order: {
      ...termsOf(opening, opening.base, opening.base),
      reason: 'base',
      side: 'buy',
      scale: { kind: 'contracts', held: missing },
      plans: [{ style: opening.style, tickets, reaches: opening.base }],
      ...(step.kind === 'opens' && { next: step.order }),
    },
  };
}

function none(
  reason: NoOrderReason,
  filled: number | undefined,
  oneWouldReach?: number,
): Extract<OrderOpening, { kind: 'none' }> {
  return {
    kind: 'none',
    reason,
    ...(filled !== undefined && { filled }),
    ...(oneWouldReach !== undefined && { oneWouldReach }),
  };
}

type Terms = Omit<OrderDraft, 'reason' | 'side' | 'scale' | 'plans' | 'next'>;

function termsOf(opening: OpeningCase, from: number, to: number): Terms {
  const { decision, session, window, validUntil, meaning, positions } = opening;
  return {
    from,
    to,
    ...(decision !== undefined && { decision }),
    session,
    window,
    validUntil,
    meaning,
    units: orderUnits(positions.hedges, opening),
  };
}

/** A server that only counts fills in percent: nothing is named. */
function openCounted(opening: OpeningCase, held: number): OrderOpening {
  const { filled = opening.base, asked } = opening;
  const side = sideOf(opening, filled);
  return side === undefined
    ? none('already-there', filled)
    : {
        kind: 'opens',
        order: {
          ...termsOf(opening, filled, asked),
          reason: 'step',
          side,
          scale: { kind: 'contracts', held },
          plans: [],
        },
      };
}

/** By the sign of what is asked less what is filled, where the step went that way. */
export function sideOf(
  { asked, direction }: Pick<OpeningCase, 'asked' | 'direction'>,
  filled: number,
): 'buy' | 'sell' | undefined {
  const gap = roundOff(asked - filled);
  if (gap > 0) {
    return direction === 'down' ? undefined : 'buy';
  }
  return gap < 0 && direction !== 'up' ? 'sell' : undefined;
}

function openStep(opening: OpeningCase, base: readonly OrderTicket[], missing: number): OrderOpening {
  const filled = startOf(opening);
  const side = filled === undefined ? undefined : sideOf(opening, filled);
  if (filled === undefined || side === undefined) {
    return none(filled === undefined ? 'no-scale' : 'already-there', opening.filled);
  }
  const scale = orderScale(opening.positions.hedges, opening, {
    exposure: exposureOf(base),
    contracts: missing,
  });
  const order = { from: filled, scale };
  const fitted = side === 'buy' ? upPlans(opening, order) : [downPlan(opening, order)];
  const [first] = fitted;
  if (!first || first.kind === 'none') {
    return unfitted(first, opening.filled);
  }
  const plans: readonly OrderPlan[] = fitted.flatMap((one) => (one.kind === 'plan' ? [one.plan] : []));
  return {
    kind: 'opens',
    order: { ...termsOf(opening, filled, opening.asked), reason: 'step', side, scale, plans },
  };
}

function unfitted(
  plan: Extract<FittedPlan, { kind: 'none' }> | undefined,
  filled: number | undefined,
): OrderOpening {
  return none(plan?.reason ?? 'no-call', filled, plan?.oneWouldReach);
}

/** Without a hedge the base size comes first, and the step goes on from base. */
function startOf({ filled, positions, meaning, base }: OpeningCase): number | undefined {
  const beginsAtBase = positions.hedges.length === 0 && meaning === 'multiplier';
  return filled ?? (beginsAtBase ? base : undefined);
}

function exposureOf(tickets: readonly OrderTicket[]): number | undefined {
  return tickets.reduce<number | undefined>(
    (sum, { unit, quantity }) =>
      sum === undefined || unit === undefined ? undefined : sum + unit * quantity,
    0,
  );
}

type Scaled = { readonly from: number; readonly scale: OrderDraft['scale'] };

function upPlans(opening: OpeningCase, order: Scaled): readonly FittedPlan[] {
  const { asked, style: recommended } = opening;
  return stylesOf(opening, recommended).map(({ style, calls }) =>
    calls.length === 0
      ? { kind: 'none', reason: 'no-call' }
      : fitUpOrder({ filled: order.from, asked, order, style, calls }),
  );
}

function stylesOf(opening: OpeningCase, style: PlanStyle): ReturnType<typeof orderCalls> {
  const { positions, window } = opening;
  return orderCalls({ ...opening, hedges: positions.hedges, window: window.session }, style);
}

function downPlan(opening: OpeningCase, order: Scaled): FittedPlan {
  const { asked, base, meaning, settings } = opening;
  const lots = sellableLots({ ...opening, window: opening.window.session, order, settings });
  return fitDownOrder({ filled: order.from, asked, lots, ...(meaning === 'multiplier' && { base }) });
}

/** What is bought first: the base size of every layer that is empty. */
function baseTickets(opening: OpeningCase): readonly OrderTicket[] {
  const { positions, settings, style } = opening;
  const condors = positions.condors.reduce((sum, { quantity }) => sum + quantity, 0);
  const bases = baseSize(condors, settings['layers.perTenCondors']);
  const empty = LAYERS.filter((layer) => bases[layer] > 0 && !holds(positions, layer));
  const [recommended] = empty.length === 0 ? [] : stylesOf(opening, style);
  return (recommended?.calls ?? []).flatMap((call) =>
    empty.includes(call.layer) ? [ticketOf(call, bases[call.layer])] : [],
  );
}

function holds({ hedges }: Positions, layer: LayerName): boolean {
  return hedges.some((lot) => lot.layer === layer);
}

function ticketOf(call: OrderCall, quantity: number): OrderTicket {
  const { weight: _weight, fellBackTo: _style, ...contract } = call;
  return { ...contract, side: 'buy', quantity, each: 0 };
}

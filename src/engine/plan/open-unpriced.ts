import type { OrderCall, OrderDraft, OrderOpening } from '#domain/hedge/step-order.ts';
import { LAYERS } from '#engine/valuation/layer-expiries.ts';
import { type OpeningCase, sideOf } from './open-order.ts';
import type { OrderMarks } from './order-scale.ts';
import { type FittedPlan, fitDownOrder, fitUpOrder, type SellableLot } from './step-order.ts';
import { spareContracts } from './sellable-lots.ts';

type UnpricedCase = Omit<OpeningCase, keyof OrderMarks>;
type HeldCall = SellableLot['lot'];

/**
 * A step's order where nothing of the book could be measured: every contract counts alike. What is held is listed, so
 * more of it is named, or the step contracts to sell; where no call is held that lives past the window, nothing is.
 */
export function openUnpriced(opening: UnpricedCase): OrderOpening {
  const { filled, asked, positions, contracts } = opening;
  const side = filled === undefined ? undefined : sideOf(opening, filled);
  if (filled === undefined || side === undefined) {
    const reason = filled === undefined ? 'no-scale' : 'already-there';
    return { kind: 'none', reason, ...(filled !== undefined && { filled }) };
  }
  const held = contracts ?? positions.hedges.reduce((sum, { quantity }) => sum + quantity, 0);
  const scale = { kind: 'contracts', held } as const;
  const fitted = planOf(opening, { filled, side, scale });
  if (fitted?.kind === 'none') {
    return { ...fitted, filled };
  }
  const order = {
    ...termsOf(opening),
    ...plansOf(fitted, contracts),
    reason: 'step',
    side,
    from: filled,
    to: asked,
    scale,
    units: { calls: [], futures: [], shares: [] },
  } as const;
  return { kind: 'opens', order };
}

/** A server that only counts is named none, and needs no reason. */
function plansOf(
  fitted: Extract<FittedPlan, { kind: 'plan' }> | undefined,
  contracts: number | undefined,
): Pick<OrderDraft, 'plans' | 'unnamed'> {
  if (fitted) {
    return { plans: [fitted.plan] };
  }
  return { plans: [], ...(contracts === undefined && { unnamed: 'no-listing' }) };
}

function termsOf({
  decision,
  session,
  window,
  validUntil,
  meaning,
}: UnpricedCase): Pick<OrderDraft, 'decision' | 'session' | 'window' | 'validUntil' | 'meaning'> {
  return { session, window, validUntil, meaning, ...(decision !== undefined && { decision }) };
}

/** `undefined` where no contract can be named. */
function planOf(
  opening: UnpricedCase,
  { filled, side, scale }: { readonly filled: number } & Pick<OrderDraft, 'side' | 'scale'>,
): FittedPlan | undefined {
  const { asked, base, meaning } = opening;
  const lots = heldCalls(opening);
  if (lots.length === 0) {
    return undefined;
  }
  if (side === 'buy') {
    const order = { from: filled, scale };
    return fitUpOrder({ filled, asked, order, style: opening.style, calls: moreOf(lots, opening) });
  }
  if (meaning === 'absolute') {
    return undefined;
  }
  const spareOf = spareContracts(opening);
  const sellable = lots.map((lot) => ({ lot, each: lot.step?.each ?? 0, spare: spareOf(lot) }));
  return fitDownOrder({ filled, asked, base, lots: sellable });
}

function heldCalls({ positions, window }: UnpricedCase): readonly HeldCall[] {
  return positions.hedges.flatMap((lot) =>
    lot.instrument === 'VIX' && lot.right === 'call' && lot.expiry > window.session ? [lot] : [],
  );
}

/** Of each layer the call that most contracts are held of. */
function moreOf(lots: readonly HeldCall[], { settings, style }: UnpricedCase): readonly OrderCall[] {
  return LAYERS.flatMap((layer, place): readonly OrderCall[] => {
    const [most] = lots
      .filter((lot) => lot.layer === layer)
      .toSorted((first, second) => second.quantity - first.quantity);
    const weight = settings['layers.perTenCondors'][place] ?? 0;
    const fellBackTo = style === 'held' ? {} : ({ fellBackTo: 'held' } as const);
    return most && weight > 0
      ? [{ layer, right: 'call', strike: most.strike, expiry: most.expiry, weight, ...fellBackTo }]
      : [];
  });
}

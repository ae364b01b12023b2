import type { Hedge, StepShare } from '#domain/book/lot.ts';
import type { OrderScale } from '#domain/hedge/step-order.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** What a server's hedge is made of for the filled multiplier. */
export type FilledCase = {
  /** `ratio.base`. */
  readonly base: number;
  readonly hedges: readonly Pick<Hedge, 'quantity' | 'step'>[];
  /** Shares of servers that keep no lots: each is what a fill in percent added. */
  readonly loose?: readonly number[];
};

/** What the book has followed, or that it holds nothing. */
export type FilledMultiplier =
  | { readonly kind: 'filled'; readonly multiplier: number }
  | { readonly kind: 'no-hedge' };

/**
 * The filled multiplier q: base, and the share of every step contract still held. It may pass what is asked.
 *
 * @param counted - whether the server says it holds a hedge without keeping lots
 * @see docs/method.md#filled-multiplier
 */
export function filledMultiplier(
  { base, hedges, loose = [] }: FilledCase,
  counted = false,
): FilledMultiplier {
  if (hedges.length === 0 && !counted) {
    return { kind: 'no-hedge' };
  }
  const shares = hedges.map(({ quantity, step }) => (step ? quantity * step.each : 0));
  const multiplier = [...shares, ...loose].reduce((sum, share) => sum + share, base);
  return { kind: 'filled', multiplier: roundOff(multiplier) };
}

/**
 * What one contract adds to the filled multiplier: q₀·u/E₀, or q₀ ÷ contracts held where some lot had no value.
 *
 * @param unit - the contract's own exposure at the order's marks, dollars per point of VIX
 * @returns `undefined` where the scale asks for an exposure and there is none
 */
export function shareOfContract(
  { from, scale }: { readonly from: number; readonly scale: OrderScale },
  unit: number | undefined,
): StepShare['each'] | undefined {
  if (scale.kind === 'contracts') {
    return scale.held > 0 ? from / scale.held : undefined;
  }
  return unit !== undefined && scale.total > 0 ? (from * unit) / scale.total : undefined;
}

import type { Series } from '#domain/market/series.ts';

/** The values that a panel shows, from its lower to its upper edge. */
export type Extent = { readonly low: number; readonly high: number };

/** Room between the outermost value and the panel's edge, as a share of the values' range. */
const MARGIN = 0.06;
/** A range of less than this share of its values is rounding, and drawn as flat. */
const FLAT = 1e-6;
/** What a flat series is given to either side, as a share of its value. */
const FLAT_MARGIN = 0.02;
const LABEL_MARGIN = 0.05;
const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/** Lowest and highest of the values, with a margin; `undefined` where there are none. */
export function extentOf(series: readonly Series[], always: readonly number[] = []): Extent | undefined {
  const values = series.flat().filter((value) => value !== undefined);
  if (values.length === 0) {
    return undefined;
  }
  const low = Math.min(...values, ...always);
  const high = Math.max(...values, ...always);
  const margin = marginOf(low, high);
  return { low: low - margin, high: high + margin };
}

function marginOf(low: number, high: number): number {
  if (high - low > FLAT * Math.max(1, Math.abs(low))) {
    return (high - low) * MARGIN;
  }
  return Math.abs(low) > FLAT ? Math.abs(low) * FLAT_MARGIN : 1;
}

/**
 * Round values inside the extent, ascending: of all round steps the one that gives nearest to `count` of them.
 *
 * None lies so close to an edge that its label would leave the panel.
 */
export function roundTicks({ low, high }: Extent, count: number): readonly number[] {
  const range = high - low;
  const power = 10 ** Math.floor(Math.log10(range / count));
  const inner = { low: low + range * LABEL_MARGIN, high: high - range * LABEL_MARGIN };
  const choices = ROUND_STEPS.map((step) => multiplesOf(step * power, inner));
  return choices.reduce((best, next) =>
    Math.abs(next.length - count) < Math.abs(best.length - count) ? next : best,
  );
}

function multiplesOf(step: number, { low, high }: Extent): readonly number[] {
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

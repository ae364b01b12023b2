import { max, min } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Series } from '#domain/market/session.ts';
import type { Frame } from './shape.ts';

/** The values that a panel shows, from its lower to its upper edge. */
export type Extent = { readonly low: number; readonly high: number };

/** Values to picture units. */
export type ValueScale = ScaleLinear<number, number>;

/** Room between the outermost value and the panel's edge, as a share of the values' range. */
const MARGIN = 0.08;
/** A range of less than this share of its values is rounding, and drawn as flat. */
const FLAT = 1e-6;
/** What a flat series is given to either side, as a share of its value. */
const FLAT_MARGIN = 0.02;

/** Lowest and highest of the values, with a margin; `undefined` where there are none. */
export function extentOf(series: readonly Series[], always: readonly number[] = []): Extent | undefined {
  const values = series.flat().filter((value) => value !== undefined);
  const [low, high] = [min(values), max(values)];
  if (low === undefined || high === undefined) {
    return undefined;
  }
  const [least, most] = [Math.min(low, ...always), Math.max(high, ...always)];
  const margin = marginOf(least, most);
  return { low: least - margin, high: most + margin };
}

function marginOf(low: number, high: number): number {
  if (high - low > FLAT * Math.max(1, Math.abs(low))) {
    return (high - low) * MARGIN;
  }
  return Math.abs(low) > FLAT ? Math.abs(low) * FLAT_MARGIN : 1;
}

/** Heights of values in a frame: the lowest at its bottom. */
export function valueScale(
  { low, high }: Extent,
  { top, bottom }: Pick<Frame, 'top' | 'bottom'>,
): ValueScale {
  return scaleLinear().domain([low, high]).range([bottom, top]);
}

export type TickRoom = {
  /** At most this many, where so few are round. */
  readonly most: number;
  /** Least distance between two, picture units. */
  readonly apart: number;
  /** Least distance from the ends of the scale, picture units. */
  readonly inset: number;
};

/** Tried beyond `most` where that many leave none inside. */
const FINER = 3;

/**
 * Round values along a scale, ascending: as many as there is room for without their labels touching each other or
 * leaving the panel, and at least one.
 */
export function roundTicks(scale: ValueScale, { most, apart, inset }: TickRoom): readonly number[] {
  const [start = 0, end = 0] = scale.range();
  const [first, last] = [Math.min(start, end) + inset, Math.max(start, end) - inset];
  const isInside = (tick: number): boolean => scale(tick) >= first && scale(tick) <= last;
  const choices = Array.from({ length: most }, (_, fewer) => scale.ticks(most - fewer).filter(isInside));
  const fitting = choices.filter(
    (ticks) => ticks.length > 0 && ticks.length <= most + 1 && areApart(ticks.map(scale), apart),
  );
  const best = fitting.toSorted((one, other) => other.length - one.length)[0];
  return best ?? [middlemost(scale, most * FINER)];
}

function areApart(places: readonly number[], apart: number): boolean {
  return places.every((place, index) => index === 0 || Math.abs(place - (places[index - 1] ?? 0)) >= apart);
}

function middlemost(scale: ValueScale, count: number): number {
  const [start = 0, end = 0] = scale.range();
  const middle = scale.invert((start + end) / 2);
  const [first = middle, ...others] = scale.ticks(count);
  return others.reduce(
    (best, tick) => (Math.abs(tick - middle) < Math.abs(best - middle) ? tick : best),
    first,
  );
}

import type { Series } from '../../domain/series.ts';

/** Pads `values` at the front, so that its last value belongs to the last of `length` sessions. */
export function alignToEnd(values: readonly number[], length: number): Series {
  const warmUp = Array.from({ length: Math.max(0, length - values.length) }, () => undefined);
  return [...warmUp, ...values];
}

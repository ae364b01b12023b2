import type { LayerName } from '#domain/book/lot.ts';

const NAMES: readonly LayerName[] = ['short', 'medium', 'long'];

/**
 * The layer that a hedge belongs to when nobody says it: the one that begins with the nearest number of days.
 *
 * @param days - calendar days from the purchase to the expiry
 * @param layers - calendar days with which the short, medium and long layer begin. Of two that are as near, the
 *   shorter one.
 */
export function layerOf(days: number, layers: readonly [number, number, number]): LayerName {
  const gaps = layers.map((start) => Math.abs(start - days));
  return NAMES[gaps.indexOf(Math.min(...gaps))] ?? 'long';
}

import { DAY } from '#domain/duration.ts';
import type { NoCallReason } from '#domain/hedge/hedge-plan.ts';
import type { Hedge, LayerName } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { PriceSources } from './price-book.ts';

export const LAYERS: readonly LayerName[] = ['short', 'medium', 'long'];

/** Where a layer's new calls would expire. */
export type LayerExpiry =
  | {
      readonly kind: 'expiry';
      readonly layer: LayerName;
      readonly expiry: Session;
      readonly settlesAt: number;
    }
  | { readonly kind: 'none'; readonly layer: LayerName; readonly reason: NoCallReason };

/**
 * Where new calls of each layer expire, short before long: with what the layer already holds, unless that is due to
 * be rolled for the days it has left; else the listed VIX expiry with a known future that is nearest to the days
 * that the layer begins with.
 */
export function layerExpiries(
  hedges: readonly Hedge[],
  sources: PriceSources,
  settings: Pick<Settings, 'layers.days' | 'layers.daysFloor'>,
): readonly LayerExpiry[] {
  const { board, clock, forwards, marks } = sources;
  const listed = board.listed('VIX').flatMap(({ expiry }) => {
    const settlesAt = clock.settlesAt(expiry, 'AM');
    return settlesAt !== undefined && settlesAt > marks.asOf ? [{ expiry, settlesAt }] : [];
  });
  const valued = listed.filter(({ expiry }) => forwards.future(expiry) !== undefined);
  return LAYERS.map((layer, place) => {
    const daysTo = (candidate: { settlesAt: number }): number => (candidate.settlesAt - marks.asOf) / DAY;
    const held = valued.find(
      (candidate) =>
        daysTo(candidate) > (settings['layers.daysFloor'][place] ?? 0) &&
        hedges.some((lot) => lot.layer === layer && 'expiry' in lot && lot.expiry === candidate.expiry),
    );
    const wanted = settings['layers.days'][place] ?? 0;
    const away = (candidate: { settlesAt: number }): number => Math.abs(daysTo(candidate) - wanted);
    const nearest = valued.toSorted((first, second) => away(first) - away(second))[0];
    const chosen = held ?? nearest;
    return chosen
      ? { kind: 'expiry', layer, ...chosen }
      : { kind: 'none', layer, reason: listed.length > 0 ? 'no-forward' : 'no-expiry' };
  });
}

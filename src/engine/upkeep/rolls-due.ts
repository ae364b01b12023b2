import type { Hedge, VolatilityFuture, VolatilityOption } from '#domain/book/lot.ts';
import type { RollDue } from '#domain/hedge/upkeep.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { daysBetween, shiftDay } from '#calendar/calendar-day.ts';
import { LAYERS } from '#engine/valuation/layer-expiries.ts';

/** When a layer is due to be rolled. */
export type RollRules = Pick<Settings, 'layers.rollAge' | 'layers.daysFloor'>;

/**
 * Hedge lots that are due to be rolled, by age or by the days they have left, those with the fewest days first.
 * Shares never are.
 *
 * @param today - in New York, `YYYY-MM-DD`
 */
export function rollsDue(hedges: readonly Hedge[], today: Session, settings: RollRules): readonly RollDue[] {
  return hedges
    .flatMap((lot) => ('expiry' in lot ? [judged(lot, today, settings)] : []))
    .filter(({ reasons, daysLeft }) => reasons.length > 0 && daysLeft >= 0)
    .toSorted((first, second) => first.daysLeft - second.daysLeft);
}

function judged(lot: VolatilityOption | VolatilityFuture, today: Session, settings: RollRules): RollDue {
  const { id, quantity, layer, expiry } = lot;
  const place = layer === undefined ? 0 : LAYERS.indexOf(layer);
  const daysHeld = daysBetween(lot.openedOn, today);
  const daysLeft = daysBetween(today, expiry);
  const isOld = layer !== undefined && daysHeld >= (settings['layers.rollAge'][place] ?? Infinity);
  const isShort = daysLeft <= (settings['layers.daysFloor'][place] ?? 0);
  const reasons = [...(isOld ? (['age'] as const) : []), ...(isShort ? (['days-left'] as const) : [])];
  return { lotId: id, quantity, ...(layer && { layer }), expiry, daysHeld, daysLeft, reasons };
}

/** The day on which a lot became due to be rolled, by the latest of its reasons. */
export function rollDueOn(roll: RollDue, today: Session, settings: RollRules): Session {
  const { layer, expiry, daysHeld, reasons } = roll;
  const place = layer === undefined ? 0 : LAYERS.indexOf(layer);
  const days = reasons.map((reason) =>
    reason === 'age'
      ? shiftDay(today, (settings['layers.rollAge'][place] ?? daysHeld) - daysHeld)
      : shiftDay(expiry, -(settings['layers.daysFloor'][place] ?? 0)),
  );
  return days.toSorted().at(-1) ?? today;
}

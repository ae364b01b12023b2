import { daysBetween } from '#calendar/calendar-day.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { KnownMultiple } from '#domain/market/market-context.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * Multiples that somebody has entered by hand, small companies first. Context: no rule reads them.
 *
 * @param marks - the latest of each subject
 * @param today - in New York
 */
export function manualMultiples(marks: readonly ManualMark[], today: Session): readonly KnownMultiple[] {
  return marks
    .flatMap(({ of, value, source, day }): readonly KnownMultiple[] => {
      if (of.kind !== 'multiple' || source === undefined || day === undefined) {
        return [];
      }
      const { multiple, caps } = of;
      return [{ multiple, caps, value, source, day, days: daysBetween(day, today) }];
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf({ multiple, caps }: KnownMultiple): number {
  return (caps === 'small' ? 0 : 2) + (multiple === 'P/E' ? 0 : 1);
}

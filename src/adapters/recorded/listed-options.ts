import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { expirationCycle, expirationsBetween } from '#calendar/listed-expiration.ts';
import type { Settlement } from '#domain/book/lot.ts';
import type { Marks, OptionQuote } from '#domain/book/mark.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';

/** Calendar days ahead up to which SPX options of every Friday, and VIX options of every month, are listed here. */
const AHEAD = { SPX: 70, VIX: 260 };

const FRIDAY = 5;

/** Index points between SPX strikes: the fine ones near the money, the coarse ones as far as anybody trades. */
const FINE = { step: 5, from: 0.9, to: 1.06 };
const COARSE = { step: 25, from: 0.6, to: 1.25 };

/** VIX points within which calls are struck. */
const VIX_STRIKES = { least: 10, most: 100 };

/**
 * What could be traded after a session, without prices: SPX options of the Fridays ahead (third Fridays settle in the
 * morning) and VIX calls of the months ahead. Weeklies of the VIX are left out: nobody recorded their futures.
 */
export function listedOptions(
  { session, spot, place }: { readonly session: Session; readonly spot: number; readonly place: Provenance },
  calendar: ExchangeCalendar,
): Marks['chains'] {
  const until = (root: keyof typeof AHEAD) => [shiftDay(session, 1), shiftDay(session, AHEAD[root])] as const;
  const strikes = indexStrikes(spot);
  const spx = indexExpiries(until('SPX'), calendar).flatMap(([expiry, settlement]) =>
    strikes.flatMap((strike): readonly OptionQuote[] => {
      const option = { root: 'SPX', expiry, settlement, strike } as const;
      return [
        { ...option, right: 'put' },
        { ...option, right: 'call' },
      ];
    }),
  );
  const vix = expirationsBetween('VIX options', until('VIX'), calendar, 'monthly').flatMap(volatilityCalls);
  return {
    spx: { ...place, root: 'SPX', quotes: spx },
    vix: { ...place, root: 'VIX', quotes: vix },
  };
}

/** Fridays on which the exchanges are open. */
function indexExpiries(
  [first, last]: readonly [Session, Session],
  calendar: ExchangeCalendar,
): readonly (readonly [Session, Settlement])[] {
  return calendar
    .sessionsBetween(first, last)
    .filter((session) => new Date(session).getUTCDay() === FRIDAY)
    .map((expiry) => {
      const isMonthly = expirationCycle('SPX AM options', expiry, calendar) !== undefined;
      return [expiry, isMonthly ? 'AM' : 'PM'] as const;
    });
}

/** Ascending, each once. */
function indexStrikes(spot: number): readonly number[] {
  const grids = [FINE, COARSE].flatMap(({ step, from, to }) => {
    const least = Math.ceil((spot * from) / step);
    const most = Math.floor((spot * to) / step);
    return Array.from({ length: most - least + 1 }, (_, place) => (least + place) * step);
  });
  return [...new Set(grids)].toSorted((one, other) => one - other);
}

function volatilityCalls(expiry: Session): readonly OptionQuote[] {
  const { least, most } = VIX_STRIKES;
  return Array.from({ length: most - least + 1 }, (_, place): OptionQuote => ({
    root: 'VIX',
    expiry,
    settlement: 'AM',
    strike: least + place,
    right: 'call',
  }));
}

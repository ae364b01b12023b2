import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { expirationsBetween, isExpirationKnown } from '#calendar/listed-expiration.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { daysBetween, shiftDay } from '#calendar/calendar-day.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { CondorStrikes, LayerName } from '#domain/book/lot.ts';
import type { ListedOption, ManualMark, OptionChain } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import { illustratedCalls, illustratedIndexQuotes } from './illustrated-chains.ts';
import { lastTradingDay } from '#engine/book/lot-terms.ts';

/** Whose word the example's prices are: they are no market. */
export const ILLUSTRATION = 'illustration';

const SPOT = 6_000;
const RATE = 0.04;
const CONDOR_DAYS = 45;
const CONDORS = 4;
const CREDIT = 26.97;
const STRIKES: CondorStrikes = { longPut: 5600, shortPut: 5700, shortCall: 6250, longCall: 6350 };

/** Own volatility of each leg, in the order of the strikes. */
const LEGS = [
  { right: 'put', strike: STRIKES.longPut, volatility: 0.2 },
  { right: 'put', strike: STRIKES.shortPut, volatility: 0.185 },
  { right: 'call', strike: STRIKES.shortCall, volatility: 0.125 },
  { right: 'call', strike: STRIKES.longCall, volatility: 0.12 },
] as const;

type Layer = {
  readonly layer: LayerName;
  readonly days: number;
  readonly future: number;
  readonly strike: number;
  readonly volatility: number;
  readonly quantity: number;
  readonly cost: number;
};

const LAYERS: readonly Layer[] = [
  { layer: 'short', days: 30, future: 18.5, strike: 25, volatility: 1.25, quantity: 29, cost: 0.851 },
  { layer: 'medium', days: 110, future: 20.2, strike: 30, volatility: 0.95, quantity: 29, cost: 1.608 },
  { layer: 'long', days: 220, future: 20.8, strike: 35, volatility: 0.75, quantity: 15, cost: 1.518 },
];

/** Calendar days ahead within which weeklies are listed. */
const WEEKLIES_AHEAD = 40;

/** Days around the wanted one in which there is an expiration for certain. */
const REACH = 40;

/** A book that nobody holds, and the prices that it is shown with. */
export type WorkedExample = {
  readonly lots: readonly NewLot[];
  readonly marks: readonly ManualMark[];
  /** Options around those that are held, so that plans and rolls can be shown: volatilities, and no price. */
  readonly chains: { readonly spx: OptionChain; readonly vix: OptionChain };
};

/**
 * The method's worked example, moved to the expirations that are listed at an instant: four condors on SPX against
 * 29/29/15 VIX calls, H about 0.60. Every lot says that it is an illustration.
 *
 * @param now - epoch milliseconds (UTC), market clock
 * @see docs/method.md#worked-example
 */
export function workedExample(now: number, calendar: ExchangeCalendar): WorkedExample {
  const today = newYorkDay(now);
  const openedOn = lastTradingDay({ today, calendar });
  const own = { openedOn, isIllustration: true } as const;
  const expiry = nearest(fridaysAround(shiftDay(today, CONDOR_DAYS), calendar), today, CONDOR_DAYS);
  const layers = LAYERS.map((layer) => ({ ...layer, expiry: vixExpiry(today, layer.days, calendar) }));
  return {
    lots: [
      {
        ...own,
        kind: 'condor',
        quantity: CONDORS,
        expiry,
        settlement: 'PM',
        strikes: STRIKES,
        credit: CREDIT,
      },
      ...layers.map(({ layer, quantity, strike, cost, expiry: settles }): NewLot => ({
        ...own,
        kind: 'hedge',
        instrument: 'VIX',
        right: 'call',
        layer,
        quantity,
        strike,
        cost,
        expiry: settles,
      })),
    ],
    marks: marksOf(now, expiry, layers),
    chains: chainsOf(now, expiry, layers),
  };
}

function chainsOf(
  asOf: number,
  expiry: Session,
  layers: readonly (Layer & { readonly expiry: Session })[],
): WorkedExample['chains'] {
  const place = { asOf, source: ILLUSTRATION, quality: 'manual' } as const;
  return {
    spx: { ...place, root: 'SPX', quotes: illustratedIndexQuotes(expiry, LEGS) },
    vix: {
      ...place,
      root: 'VIX',
      quotes: layers.flatMap((layer) => illustratedCalls(layer.expiry, layer.volatility)),
    },
  };
}

function marksOf(
  at: number,
  expiry: Session,
  layers: readonly (Layer & { readonly expiry: Session })[],
): readonly ManualMark[] {
  const by = ILLUSTRATION;
  const volatility = (option: ListedOption, value: number): ManualMark => ({
    of: { kind: 'option', ...option },
    unit: 'volatility',
    value,
    by,
    at,
  });
  return [
    { of: { kind: 'index', index: 'SPX' }, unit: 'price', value: SPOT, by, at },
    { of: { kind: 'rate' }, unit: 'rate', value: RATE, by, at },
    ...LEGS.map(({ volatility: own, ...leg }) =>
      volatility({ ...leg, root: 'SPX', expiry, settlement: 'PM' }, own),
    ),
    ...layers.flatMap(({ expiry: settles, future, strike, volatility: own }): readonly ManualMark[] => [
      { of: { kind: 'future', expiry: settles }, unit: 'price', value: future, by, at },
      volatility({ root: 'VIX', expiry: settles, settlement: 'AM', right: 'call', strike }, own),
    ]),
  ];
}

/** The listed VIX expiration nearest to so many days; weeklies only where they are listed. */
function vixExpiry(today: Session, days: number, calendar: ExchangeCalendar): Session {
  const wanted = shiftDay(today, days);
  const last = [REACH, 0].map((reach) => shiftDay(wanted, reach));
  const until = last.find((day) => isExpirationKnown('VIX options', day, calendar)) ?? wanted;
  const between = [shiftDay(wanted, -REACH), until] as const;
  const cycle = days <= WEEKLIES_AHEAD ? undefined : 'monthly';
  const listed = expirationsBetween('VIX options', between, calendar, cycle);
  return nearest(listed, today, days);
}

/** Sessions around a day on which SPX options have expired in the afternoon for longest: Fridays. */
function fridaysAround(day: Session, calendar: ExchangeCalendar): readonly Session[] {
  const isFriday = (session: Session): boolean => new Date(session).getUTCDay() === FRIDAY;
  return calendar.sessionsBetween(shiftDay(day, -REACH), shiftDay(day, REACH)).filter(isFriday);
}

const FRIDAY = 5;

function nearest(expiries: readonly Session[], today: Session, days: number): Session {
  const away = (expiry: Session): number => Math.abs(daysBetween(today, expiry) - days);
  const [closest] = expiries
    .filter((expiry) => expiry > today)
    .toSorted((first, second) => away(first) - away(second));
  if (closest === undefined) {
    throw new RangeError(`the exchange calendar ends within ${days} days of ${today}`);
  }
  return closest;
}

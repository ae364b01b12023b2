import { z } from 'zod';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { expirationsBetween } from '#calendar/listed-expiration.ts';
import { daysBetween, shiftDay } from '#calendar/calendar-day.ts';
import type { FutureQuote, Marks, ModelLevels } from '#domain/book/mark.ts';
import type { DailyCloses } from '#domain/market/market.ts';
import type { CurveSession, TermHistory } from '#domain/market/term-curve.ts';
import type { Provenance, Reading } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';
import { listedOptions } from './listed-options.ts';
import { type MarketTable, readMarketTable } from './market-table.ts';
import { known, readTable } from './read-table.ts';

const SOURCE = 'Cboe, recorded';

/** Sessions that are looked back on: 252 changes, and as many values before the last. */
const SESSIONS_BACK = 253;

/** The two nearest months lie within so many days; a future of 30 days is between them. */
const NEAREST = 2;
const NEAREST_DAYS = 75;

/** Days ahead within which the recorded futures settle: eight monthly expirations. */
const FURTHEST_FUTURE = 290;

/**
 * SPX's dividends of the last twelve months over its price, a fraction a year: one number for all episodes, for between
 * 1.3 and 2.1 % it moves a forward of 45 days by less than a tenth of a percent.
 *
 * @see R. Shiller, Irrational Exuberance data: 38.49 / 1993.23 in September 2014
 */
const DIVIDEND_YIELD = 0.0193;

/** Terms of a three-month bill as its discount is quoted, and days a year. */
const BILL = { days: 91, basis: 360, year: 365, percent: 100 };

const Price = known.pipe(z.number().positive().optional());

const FuturesRow = z
  .object({ session: z.iso.date() })
  .catchall(Price)
  .transform(({ session, ...months }) => ({ session, prices: Object.values(months) }));

const BillRow = z.object({ month: z.string().regex(/^\d{4}-\d{2}$/), discount: z.coerce.number() });

type Tables = {
  readonly market: MarketTable['market'];
  readonly futures: readonly z.output<typeof FuturesRow>[];
  readonly bills: readonly z.output<typeof BillRow>[];
};

/**
 * What positions are valued with on recorded days: closes of SPX and of the VIX family and settlements of VIX futures
 * as they were, options without a quote. Nothing of a session is given before its closes may be used.
 *
 * @param folder - holds the tables; ends in a slash
 * @throws SourceChanged if a table is not what it should be
 */
export function createRecordedMarks(folder: URL, calendar: ExchangeCalendar): PositionMarks {
  const tables: Tables = {
    market: readMarketTable(folder).market,
    futures: readTable(folder, 'futures.csv', FuturesRow),
    bills: readTable(folder, 'bills.csv', BillRow),
  };
  let last: { readonly session: Session; readonly marks: Omit<Marks, 'manual'> } | undefined;
  return {
    source: SOURCE,
    async marks(now) {
      const session = calendar.lastUsable(now);
      if (last?.session !== session) {
        last = { session, marks: marksOf(tables, session, calendar) };
      }
      return { ...last.marks, asOf: now };
    },
    async termHistory(now) {
      return historyUntil(tables, calendar.lastUsable(now), calendar);
    },
    async skewHistory(now) {
      return skewUntil(tables, calendar.lastUsable(now));
    },
  };
}

function marksOf(tables: Tables, session: Session, calendar: ExchangeCalendar): Omit<Marks, 'manual'> {
  const row = tables.market.findLast((candidate) => candidate.session <= session);
  const asOf = calendar.closesAt(row?.session ?? session);
  const place: Provenance = { asOf, source: SOURCE, quality: 'recorded' };
  const reading = (value: number | undefined): Reading<number> =>
    value === undefined ? { known: false, reason: 'not-supplied' } : { ...place, known: true, value };
  const futures = settlementsOn(tables, session, calendar, place);
  return {
    asOf,
    spx: reading(row?.spx),
    vix: reading(row?.vix),
    rate: reading(billRate(tables, session)),
    dividendYield: reading(DIVIDEND_YIELD),
    chains: row ? listedOptions({ session, spot: row.spx, place }, calendar) : {},
    futures,
    shares: [],
    ...(row && { model: levelsOf(row, place) }),
  };
}

function levelsOf(
  { vix, vix9d, vix3m, vix6m, vix1y, vvix }: Tables['market'][number],
  place: Provenance,
): ModelLevels {
  return {
    ...place,
    vix,
    ...(vix9d !== undefined && { vix9d }),
    ...(vix3m !== undefined && { vix3m }),
    ...(vix6m !== undefined && { vix6m }),
    ...(vix1y !== undefined && { vix1y }),
    ...(vvix !== undefined && { vvix }),
  };
}

/** The day's settlements by the months that they are of; none where that day's were not recorded. */
function settlementsOn(
  { futures }: Tables,
  session: Session,
  calendar: ExchangeCalendar,
  place: Provenance,
): readonly FutureQuote[] {
  const prices = futures.find((row) => row.session === session)?.prices ?? [];
  const ahead = [shiftDay(session, 1), shiftDay(session, FURTHEST_FUTURE)] as const;
  const expiries = prices.length === 0 ? [] : expirationsBetween('VIX futures', ahead, calendar, 'monthly');
  return prices.flatMap((price, month) => {
    const expiry = expiries[month];
    return price === undefined || expiry === undefined
      ? []
      : [{ ...place, expiry, price, isSettlement: true }];
  });
}

/** The year of sessions up to one. */
function historyUntil(tables: Tables, session: Session, calendar: ExchangeCalendar): TermHistory {
  const rows = tables.market.filter((row) => row.session <= session).slice(-SESSIONS_BACK);
  return {
    sessions: rows.map(({ session: day, vix }) => ({ vix, curve: curveOn(tables, day, calendar) })),
  };
}

/** What the SKEW index was on the sessions up to one that have it. */
function skewUntil({ market }: Tables, session: Session): DailyCloses {
  const closes = market.flatMap(({ session: day, skew }) =>
    skew === undefined || day > session ? [] : [{ session: day, close: skew }],
  );
  return { closes: closes.slice(-SESSIONS_BACK), source: SOURCE, quality: 'recorded' };
}

function curveOn(tables: Tables, session: Session, calendar: ExchangeCalendar): CurveSession['curve'] {
  const prices = tables.futures.find((row) => row.session === session)?.prices.slice(0, NEAREST) ?? [];
  const ahead = [shiftDay(session, 1), shiftDay(session, NEAREST_DAYS)] as const;
  const expiries = prices.length === 0 ? [] : expirationsBetween('VIX futures', ahead, calendar, 'monthly');
  return prices.flatMap((price, month) => {
    const expiry = expiries[month];
    return price === undefined || expiry === undefined
      ? []
      : [{ expiry, days: daysBetween(session, expiry), price }];
  });
}

/**
 * The three-month bill of the last whole month before a session, continuously compounded, a fraction a year.
 *
 * @see FRED, TB3MS: monthly averages of the secondary market's discount
 */
function billRate({ bills }: Tables, session: Session): number | undefined {
  const bill = bills.findLast(({ month }) => month < session.slice(0, 'YYYY-MM'.length));
  if (!bill) {
    return undefined;
  }
  const { days, basis, year, percent } = BILL;
  return (-Math.log1p((-bill.discount / percent) * (days / basis)) * year) / days;
}

import { z } from 'zod';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { FutureQuote } from '#domain/book/mark.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Session } from '#domain/market/session.ts';
import { DAY } from '#domain/duration.ts';
import type { FuturesCurve } from '#ports/sources/market-data.ts';
import { Level } from '#adapters/csv/level.ts';
import { readCsv } from '#adapters/csv/read-csv.ts';
import { noteImpossible } from '#adapters/diagnostics/note-impossible.ts';
import type { CboeParts } from './cboe-index-history.ts';

/** @see https://www.cboe.com/us/futures/market_statistics/settlement/ */
const SETTLEMENT = 'https://www-api.cboe.com/us/futures/market_statistics/settlement/csv';

const SOURCE = 'Cboe, settlement';

const COLUMNS = [['Product'], ['Symbol'], ['Expiration Date'], ['Price']];

/** `VX/Z6` is the future of a month, `VX49/Z6` that of a week. */
const SYMBOL = /^VX(?<week>\d{1,2})?\/[FGHJKMNQUVXZ]\d$/;

/** Days from one month's future to the next at most; the nearest is never further away than that. */
const LONGEST_MONTH = 36;

/** Some prices bear an asterisk. */
const Price = z
  .string()
  .transform((text) => text.replace(/\*$/, ''))
  .pipe(Level);

const Rows = z.array(z.tuple([z.string(), z.string(), z.iso.date(), Price]));

type Row = {
  readonly expiry: Session;
  readonly symbol: string;
  readonly price: number;
  readonly isMonthly: boolean;
};

type CurveParts = CboeParts & { readonly calendar: ExchangeCalendar };

/**
 * Settlement prices of the VIX futures of a session.
 *
 * Three things that the file does are kept from its readers. A week's future that has not traded carries the price of a
 * month's: such rows are left out. Asked for a session that is not settled yet, it may answer with the session before:
 * a curve that is the last one in every price counts as not settled. Asked for a session of long ago, it answers with
 * the futures of today: then nothing is given.
 */
export function createCboeFuturesCurve({ client, diagnostics, calendar }: CurveParts): FuturesCurve {
  async function rowsOf(session: Session, signal: AbortSignal): Promise<readonly Row[]> {
    const url = `${SETTLEMENT}?dt=${session}`;
    const { body, askedAt } = await client.ask({ url, isWhole: goesOn }, signal);
    const cells = readRows(body);
    const refused = cells.filter(([, , , price]) => price === undefined).map(([, symbol]) => symbol);
    noteImpossible(diagnostics, { subject: 'VIX futures', source: SOURCE, at: askedAt, values: refused });
    return ofThatDay(toRows(cells), session);
  }

  return {
    source: SOURCE,

    async curve(session, signal) {
      const rows = await rowsOf(session, signal);
      if (rows.length === 0 || isRepeated(rows, await rowsOf(calendar.previous(session), signal))) {
        return [];
      }
      const asOf = calendar.closesAt(session);
      return rows.map(({ expiry, price }): FutureQuote => ({
        expiry,
        price,
        isSettlement: true,
        asOf,
        source: SOURCE,
        quality: 'delayed',
      }));
    },
  };
}

/** Other products follow the VIX futures; a file that ends among these was cut off, and its last price with it. */
function goesOn(body: string): boolean {
  const last = body.trimEnd().split('\n').at(-1) ?? '';
  return !last.startsWith('VX,');
}

function readRows(body: string): z.output<typeof Rows> {
  const futures = readCsv(body, { source: SOURCE, columns: COLUMNS }).filter(([product]) => product === 'VX');
  const rows = Rows.safeParse(futures);
  if (!rows.success) {
    const detail = z.prettifyError(rows.error).slice(0, 200);
    throw new SourceChanged(SOURCE, `VIX futures: ${detail}`, { cause: rows.error });
  }
  return rows.data;
}

/** Nearest first; weeks whose price is that of some month's future are not priced by anybody. */
function toRows(cells: z.output<typeof Rows>): readonly Row[] {
  const rows = cells.flatMap(([, symbol, expiry, price]) =>
    price === undefined ? [] : [{ symbol, expiry, price, isMonthly: isMonthly(symbol) }],
  );
  const monthly = new Set(rows.filter((row) => row.isMonthly).map(({ price }) => price));
  return rows
    .filter((row) => row.isMonthly || !monthly.has(row.price))
    .toSorted((one, other) => (one.expiry < other.expiry ? -1 : 1));
}

function isMonthly(symbol: string): boolean {
  const { groups } = SYMBOL.exec(symbol) ?? {};
  if (!groups) {
    throw new SourceChanged(SOURCE, `VIX futures: a symbol such as "${symbol.slice(0, 20)}"`);
  }
  return groups['week'] === undefined;
}

/** The rows if they can be those of the session: none has expired, and the nearest month is near. */
function ofThatDay(rows: readonly Row[], session: Session): readonly Row[] {
  const alive = rows.filter(({ expiry }) => expiry > session);
  const nearest = alive.find((row) => row.isMonthly);
  const isNear = nearest && Date.parse(nearest.expiry) - Date.parse(session) <= LONGEST_MONTH * DAY;
  return isNear ? alive : [];
}

function isRepeated(rows: readonly Row[], before: readonly Row[]): boolean {
  const prices = new Map(before.map(({ symbol, price }) => [symbol, price]));
  return rows.every(({ symbol, price }) => prices.get(symbol) === price);
}

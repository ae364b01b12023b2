import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { Book, Positions } from '#domain/book/lot.ts';
import type { BookOwner, BookedLot } from '#domain/book/book-record.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { VolGeometry } from '#domain/hedge/valuation.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import { rollOff } from './roll-off.ts';
import { type PriceDeps, type SharedPrices, sharePrices } from './share-prices.ts';

/** What a server or a member holds at an instant, and everything to value it with. */
export type Holdings = {
  readonly owner: BookOwner;
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  readonly today: Session;
  /** Open lots; empty where none are kept. */
  readonly positions: Positions;
  /** Every lot that was ever held, open or ended, those entered by mistake left out. */
  readonly lots: readonly BookedLot[];
  /** What the server says it holds in contracts; only of a server's own book. */
  readonly counted?: Book;
  readonly sources: PriceSources;
  readonly geometry: VolGeometry;
};

type HoldingsDeps = PriceDeps & {
  readonly calendar: ExchangeCalendar;
  readonly ledger: BookLedger & Pick<MarkLedger, 'manualMarks'>;
};

/** The same for all, so that what is valued by it is valued once. */
const GEOMETRY = volGeometry();

/** How a book is read. */
type HoldingsQuery = {
  readonly settings: Settings;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  /** Of that instant, where several books are read; absent for a book by itself. */
  readonly prices?: SharedPrices;
};

/** Reads a book with what has settled by then moved to its history. */
export async function readHoldings(
  deps: HoldingsDeps,
  owner: BookOwner,
  { settings, now, prices = sharePrices(deps, now) }: HoldingsQuery,
  signal: AbortSignal,
): Promise<Holdings> {
  const { ledger } = deps;
  await rollOff(deps, owner, now);
  const { open } = await ledger.openLots(owner);
  const ended = await ledger.endedLots(owner);
  const counted = owner.member === undefined ? countedBook(settings) : undefined;
  const manual = await ledger.manualMarks(owner.server);
  return {
    owner,
    asOf: now,
    today: newYorkDay(now),
    positions: positionsOf(open.map(({ lot }) => lot)),
    lots: [...open, ...ended.filter(({ end }) => end?.how !== 'removed')],
    ...(counted && { counted }),
    sources: await prices(manual, signal),
    geometry: GEOMETRY,
  };
}

/** What a server says it holds; `undefined` while it has not said both counts. */
export function countedBook(settings: Settings): Book | undefined {
  const condors = settings['book.condors'];
  const hedge = settings['book.hedge'];
  return condors === null || hedge === null ? undefined : { condors, hedge };
}

import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { Book } from '#domain/book/book.ts';
import type { BookedLot, BookOwner } from '#domain/book/book-record.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Marks } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { VolGeometry } from '#domain/hedge/vol-geometry.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import { priceSources, type PriceSources } from '#engine/valuation/price-book.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import type { PositionMarks } from '#ports/sources/position-marks.ts';
import { bookOf } from '#services/delivery/build-card.ts';
import { rollOff } from './roll-off.ts';

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

export type ReadHoldings = (
  owner: BookOwner,
  asked: { readonly settings: Settings; readonly now: number },
  signal: AbortSignal,
) => Promise<Holdings>;

export type HoldingsParts = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: BookLedger & MarkLedger;
  /** Absent where no source gives prices: then only what people have marked counts. */
  readonly marks?: PositionMarks;
};

/** Reads a book with what has settled by then moved to its history. */
export function createReadHoldings(parts: HoldingsParts): ReadHoldings {
  const { calendar, ledger } = parts;
  const clock = settlementClock(calendar);
  return async (owner, { settings, now }, signal) => {
    await rollOff(parts, owner, now);
    const { open } = await ledger.openLots(owner);
    const ended = await ledger.endedLots(owner);
    const counted = owner.member === undefined ? bookOf(settings) : undefined;
    const given = (await parts.marks?.marks(now, signal)) ?? nothingKnown(now);
    const manual = await ledger.manualMarks(owner.server);
    return {
      owner,
      asOf: now,
      today: newYorkDay(now),
      positions: positionsOf(open.map(({ lot }) => lot)),
      lots: [...open, ...ended.filter(({ end }) => end?.how !== 'removed')],
      ...(counted && { counted }),
      sources: priceSources({ ...given, manual }, clock),
      geometry: volGeometry(),
    };
  };
}

function nothingKnown(asOf: number): Omit<Marks, 'manual'> {
  const unknown = { known: false, reason: 'not-supplied' } as const;
  return {
    asOf,
    spx: unknown,
    vix: unknown,
    rate: unknown,
    dividendYield: unknown,
    chains: {},
    futures: [],
    shares: [],
  };
}

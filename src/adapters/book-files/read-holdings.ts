import type {
  BookFileReading,
  BookFileSource,
  CellFault,
  FileFault,
  FileLot,
  IgnoredRow,
} from '#domain/book/book-file.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { Session } from '#domain/market/session.ts';
import { legInWords, type OptionLeg } from './leg-in-words.ts';
import type { BrokerRow } from './broker-row.ts';
import { groupCondors } from './group-condors.ts';
import { readNumber } from './read-number.ts';
import type { Delimiter } from './split-cells.ts';

type BrokerFile = {
  readonly source: BookFileSource;
  /** As the broker names them. */
  readonly columns: Readonly<Record<'name' | 'quantity' | 'price', string>>;
  readonly rows: readonly BrokerRow[];
  readonly unknownColumns: readonly string[];
  readonly delimiter: Delimiter;
  readonly openedOn: Session;
};

/** A row whose numbers are read. */
type Holding = BrokerRow & { readonly count: number; readonly traded?: number };

/** Positions of what a broker's export holds, which says nothing of the day on which they were opened. */
export function readHoldings(file: BrokerFile): BookFileReading {
  const { source, unknownColumns, openedOn } = file;
  const read = file.rows.map((row) => readRow(row, file));
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []));
  if (faults.length > 0) {
    return { kind: 'faulty', source, faults };
  }
  const held = read.flatMap((each) => ('faults' in each || each.count === 0 ? [] : [each]));
  const condors = groupCondors(
    held.flatMap(legOf).filter(({ root }) => root === 'SPX'),
    openedOn,
  );
  const rest = held.filter(({ named }) => named.kind !== 'option' || named.root !== 'SPX');
  const lots = [...condors.lots, ...rest.flatMap((each) => hedgeLot(each, openedOn))];
  const ignored = [...condors.ignored, ...rest.flatMap(ignoredRow)];
  return {
    kind: 'read',
    source,
    lots: lots.toSorted((a, b) => firstLine(a) - firstLine(b)),
    ignored: ignored.toSorted((a, b) => a.place.number - b.place.number),
    unknownColumns,
  };
}

function firstLine({ places }: FileLot): number {
  return Math.min(...places.map(({ number }) => number));
}

/** Numbers of what no book holds are not looked at. */
function readRow(row: BrokerRow, file: BrokerFile): Holding | { readonly faults: readonly FileFault[] } {
  const { line, named, price } = row;
  if (named.kind === 'other' || named.kind === 'future') {
    return { ...row, count: Number.NaN };
  }
  const count = readNumber(row.quantity, file.delimiter);
  const traded = /^(-+|N\/A)?$/.test(price) ? undefined : readNumber(price, file.delimiter);
  const faults = [
    ...(typeof count === 'number' ? [] : [faultAt(line, file.columns.quantity, count)]),
    ...(typeof traded === 'object' ? [faultAt(line, file.columns.price, traded)] : []),
  ];
  return typeof count === 'number' && typeof traded !== 'object'
    ? { ...row, count, ...(traded !== undefined && { traded }) }
    : { faults };
}

function faultAt(number: number, column: string, fault: CellFault): FileFault {
  return { place: { in: 'line', number, column }, fault };
}

function legOf({ line, named, count, traded }: Holding): readonly OptionLeg[] {
  if (named.kind !== 'option') {
    return [];
  }
  const { kind: _, ...option } = named;
  return [{ ...option, line, quantity: count, ...(traded !== undefined && { price: traded }) }];
}

function hedgeLot({ line, named, count, traded }: Holding, openedOn: Session): readonly FileLot[] {
  if (!(count > 0) || named.kind === 'other' || named.kind === 'future') {
    return [];
  }
  const facts = {
    kind: 'hedge',
    quantity: count,
    openedOn,
    ...(traded !== undefined && { cost: traded }),
  } as const;
  const lot: NewLot =
    named.kind === 'option'
      ? { ...facts, instrument: 'VIX', right: named.right, strike: named.strike, expiry: named.expiry }
      : { ...facts, instrument: named.instrument };
  return [{ lot, places: [{ in: 'line', number: line }] }];
}

function ignoredRow(holding: Holding): readonly IgnoredRow[] {
  const { line, name, named, quantity, count } = holding;
  const place = { in: 'line', number: line } as const;
  if (named.kind === 'other' || named.kind === 'future') {
    const why = named.kind === 'future' ? 'future' : 'other-instrument';
    return isNothing(quantity) ? [] : [{ place, what: `${quantity} ${name}`, why }];
  }
  const [leg] = legOf(holding);
  return count > 0 ? [] : [{ place, what: leg ? legInWords(leg) : `${count} ${name}`, why: 'short' }];
}

/** Brokers also list what was closed. */
function isNothing(quantity: string): boolean {
  return /^[+-]?0*(\.0*)?$/.test(quantity);
}

import type { BookFileReading } from '#domain/book/book-file.ts';
import type { Session } from '#domain/market/session.ts';
import { type BrokerRow, type Named, namedShares, productOf } from './broker-row.ts';
import { monthDay } from './month-day.ts';
import { readHoldings } from './read-holdings.ts';
import type { Row, Table } from './split-cells.ts';

/**
 * Columns that a Position Statement may have; which it has, the trader chooses.
 *
 * @see https://tlc.tdameritrade.com.sg/center/faq/monitor and, for an export with options on SPX,
 *   https://github.com/lel4866/CompareONEToTDA.cs#exporting-the-tda-data
 */
const COLUMNS: ReadonlySet<string> = new Set([
  'Instrument',
  'Qty',
  'Days',
  'Trade Price',
  'Mark',
  'Mrk Chng',
  'Delta',
  'Gamma',
  'Theta',
  'Vega',
  '% Change',
  'P/L Open',
  'P/L Day',
  'P/L YTD',
  'P/L %',
  'BP Effect',
  'Margin Req',
  'Net Liq',
]);

/** `100 (Weeklys) 31 MAY 22 4650 PUT`; without a word in brackets, of SPX those that settle in the morning. */
const OPTION =
  /^100 (?:\((?<cycle>[^)]+)\) )?(?<day>\d{1,2}) (?<month>[A-Z]{3}) (?<year>\d{2}) (?:\[(?<settles>AM|PM)\] )?(?<strike>\d+(?:\.\d+)?) (?<right>CALL|PUT)$/;

const SYMBOL = /^\/?[A-Z][A-Z0-9]{0,6}$/;

/** Rows of sums below the positions have fewer cells. */
const FEWEST_CELLS = 4;

/** Whether a table is a Position Statement of thinkorswim. */
export function isPositionStatement({ rows }: Table): boolean {
  return rows.some(isHeader);
}

function isHeader({ cells }: Row): boolean {
  return cells[0] === 'Instrument' && cells.includes('Qty');
}

/** Positions of thinkorswim's Position Statement, exported to a file. */
export function readPositionStatement(table: Table, openedOn: Session): BookFileReading {
  const rows: BrokerRow[] = [];
  const unknown = new Set<string>();
  let columns: readonly string[] = [];
  let symbol = '';
  for (const row of table.rows) {
    const { line, cells } = row;
    const [name = ''] = cells;
    const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
    if (isHeader(row)) {
      columns = cells;
      columns.forEach((column) => unknown.add(column));
    } else if (columns.length > 0 && cells.length >= FEWEST_CELLS) {
      symbol = SYMBOL.test(name) ? name : symbol;
      rows.push({
        line,
        name,
        named: nameOf(name, symbol),
        quantity: cell('Qty'),
        price: cell('Trade Price'),
      });
    }
  }
  return readHoldings({
    source: 'thinkorswim',
    columns: { name: 'Instrument', quantity: 'Qty', price: 'Trade Price' },
    rows: rows.filter(isHolding),
    unknownColumns: [...unknown].filter((column) => column !== '' && !COLUMNS.has(column)),
    delimiter: table.delimiter,
    openedOn,
  });
}

/** A row that names an underlying has no quantity, or that of the row below it. */
function isHolding({ name, quantity }: BrokerRow, index: number, rows: readonly BrokerRow[]): boolean {
  const below = rows[index + 1];
  const isSum = SYMBOL.test(name) && below?.quantity === quantity && !SYMBOL.test(below.name);
  return quantity !== '' && !isSum;
}

/** @param symbol - the underlying whose rows these are */
function nameOf(name: string, symbol: string): Named {
  const groups = OPTION.exec(name)?.groups;
  if (!groups) {
    return /^\/VXM?/.test(symbol) ? { kind: 'future' } : namedShares(symbol);
  }
  const root = productOf(symbol);
  const expiry = monthDay(groups['day'], groups['month'], groups['year']);
  if (!root || expiry === undefined) {
    return { kind: 'other' };
  }
  const isMorning = (groups['settles'] ?? (groups['cycle'] === undefined ? 'AM' : 'PM')) === 'AM';
  return {
    kind: 'option',
    root,
    expiry,
    settlement: isMorning ? 'AM' : 'PM',
    right: groups['right'] === 'CALL' ? 'call' : 'put',
    strike: Number(groups['strike']),
  };
}

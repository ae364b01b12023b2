import type { BookFileReading } from '#domain/book/book-file.ts';
import type { Session } from '#domain/market/session.ts';
import { type BrokerRow, type Named, namedShares, productOf } from './broker-row.ts';
import { monthDay, isMonthly } from './month-day.ts';
import { readHoldings } from './read-holdings.ts';
import type { Table } from './split-cells.ts';

/** The section of an Activity Statement that lists what is held; some statements part it by side. */
const SECTION = /^((long|short) )?open positions$/i;

/**
 * Columns of the section as Interactive Brokers names them.
 *
 * @see https://www.ibkrguides.com/reportingreference/reportguide/openpositions_default.htm
 */
const COLUMNS: ReadonlySet<string> = new Set([
  'DataDiscriminator',
  'Asset Category',
  'Currency',
  'Symbol',
  'Open',
  'Quantity',
  'Mult',
  'Cost Price',
  'Cost Basis',
  'Close Price',
  'Value',
  'Unrealized P/L',
  'Unrealized P/L %',
  '% of NAV',
  'Code',
]);

/** `SPX 16JAN26 5600 P`. */
const OPTION =
  /^(?<root>[A-Z]+) +(?<day>\d{2})(?<month>[A-Z]{3})(?<year>\d{2}) (?<strike>\d+(?:\.\d+)?) (?<right>[CP])$/;

/** `SPXW  260116P05600000`: root, day, right, and the strike in thousandths, as the Options Clearing Corporation writes it. */
const CLEARED = /^(?<root>[A-Z]+) *(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})(?<right>[CP])(?<strike>\d{8})$/;

const THOUSANDTHS = 1_000;

/** Whether a table is an Activity Statement that lists what is held. */
export function isActivityStatement({ rows }: Table): boolean {
  return rows.some(({ cells: [section = '', kind] }) => SECTION.test(section) && kind === 'Header');
}

/** Positions of an Activity Statement of Interactive Brokers, as CSV. Rows of single lots and sums are left out. */
export function readActivityStatement(table: Table, openedOn: Session): BookFileReading {
  const unknown = new Set<string>();
  const rows: BrokerRow[] = [];
  let columns: readonly string[] = [];
  for (const { line, cells } of table.rows.filter(({ cells: [section = ''] }) => SECTION.test(section))) {
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    if (cells[1] === 'Header') {
      columns = cells;
      columns.slice(2).forEach((column) => unknown.add(column));
    } else if (cells[1] === 'Data' && cell('DataDiscriminator') !== 'Lot') {
      const name = cell('Symbol');
      const named = nameOf(cell('Asset Category'), name);
      rows.push({ line, name, named, quantity: cell('Quantity'), price: cell('Cost Price') });
    }
  }
  return readHoldings({
    source: 'interactive-brokers',
    columns: { name: 'Symbol', quantity: 'Quantity', price: 'Cost Price' },
    rows,
    unknownColumns: [...unknown].filter((column) => column !== '' && !COLUMNS.has(column)),
    delimiter: table.delimiter,
    openedOn,
  });
}

function nameOf(category: string, symbol: string): Named {
  if (/^futures$/i.test(category)) {
    return /^VXM?/.test(symbol) ? { kind: 'future' } : { kind: 'other' };
  }
  if (!/option/i.test(category)) {
    return namedShares(symbol);
  }
  return optionNamed(symbol) ?? { kind: 'other' };
}

function optionNamed(symbol: string): Named | undefined {
  const written = OPTION.exec(symbol)?.groups;
  if (written) {
    const expiry = monthDay(written['day'], written['month'], written['year']);
    return namedOption(written, expiry, Number(written['strike']));
  }
  const cleared = CLEARED.exec(symbol)?.groups;
  const expiry = `20${cleared?.['year']}-${cleared?.['month']}-${cleared?.['day']}`;
  return cleared && namedOption(cleared, expiry, Number(cleared['strike']) / THOUSANDTHS);
}

function namedOption(
  groups: Readonly<Record<string, string | undefined>>,
  expiry: Session | undefined,
  strike: number,
): Named | undefined {
  const root = productOf(groups['root'] ?? '');
  if (!root || expiry === undefined) {
    return undefined;
  }
  // The statement does not say it: options of the root SPX on a third Friday settle in the morning.
  const settlement = groups['root'] === 'SPX' && isMonthly(expiry) ? 'AM' : 'PM';
  return {
    kind: 'option',
    root,
    expiry,
    settlement,
    right: groups['right'] === 'C' ? 'call' : 'put',
    strike,
  };
}

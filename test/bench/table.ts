import { type Bar, passes, ratioOf, type Row } from './measurement.ts';

const HEADS = ['', 'ours', 'beside', 'ratio', 'at most', ''];

/** Rows as lines of equal columns, for a terminal. */
export function table(rows: readonly Row[]): string {
  const cells = [HEADS, ...rows.map(cellsOf)];
  const widths = HEADS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...rest] = lines;
  return [head, '─'.repeat(Math.max(...lines.map(({ length }) => length))), ...rest].join('\n');
}

function cellsOf(row: Row): readonly string[] {
  const { what, ours, unit, bar } = row;
  return [
    what,
    shown(ours, unit),
    beside(bar, unit),
    ratioOf(row).toFixed(2),
    bar.kind === 'peer' ? `${bar.mostTimes}×` : '1.00',
    passes(row) ? 'pass' : 'FAIL',
  ];
}

function beside(bar: Bar, unit: Row['unit']): string {
  return bar.kind === 'peer'
    ? `${bar.name}: ${shown(bar.measured, unit)}`
    : `limit: ${shown(bar.most, unit)}`;
}

/** Three digits that count. */
function shown(value: number, unit: Row['unit']): string {
  if (unit === 'difference') {
    return value.toExponential(1);
  }
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(decimals)} ${unit}`;
}

/** Numbers end at the same place; words begin there. */
function pad(cell: string, width: number, column: number): string {
  return column === 1 || column === 3 ? cell.padStart(width) : cell.padEnd(width);
}

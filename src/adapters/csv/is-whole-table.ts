/**
 * Whether a table of prices has its end. Where no line break closes it, its last line must be as long as the one
 * before: as many cells, and as many decimals in the last one. A price that was cut off is a price of its own.
 */
export function isWholeTable(body: string): boolean {
  if (body.endsWith('\n')) {
    return true;
  }
  const [before = '', last = ''] = body.split(/\r?\n/).slice(-2);
  return cells(before) === cells(last) && decimals(before) === decimals(last);
}

function cells(line: string): number {
  return line.split(',').length;
}

function decimals(line: string): number {
  return /\.(?<digits>\d+)$/.exec(line)?.groups?.['digits']?.length ?? 0;
}

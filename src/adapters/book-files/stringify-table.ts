/** Signs with which a spreadsheet begins to run a cell. @see https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",;\r\n\t]|^\s|\s$/;

/** Cells as a table by RFC 4180; none of them begins as a formula does. */
export function stringify(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => written(String(cell))).join(',')}\r\n`).join('');
}

function written(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

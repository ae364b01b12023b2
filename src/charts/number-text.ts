const MINUS = '\u2212';
/** From here on, digits say less than the power of ten. */
const HUGE = 1e7;

/** A number as traders write it: thousands separated, a true minus sign, `decimals` places, never `−0`. */
export function numberText(value: number, decimals: number): string {
  if (Math.abs(value) >= HUGE) {
    return value.toExponential(2).replace('-', MINUS);
  }
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}

/** A change as a signed percentage with one decimal. `fraction` is 0.01 for one per cent. */
export function percentText(fraction: number): string {
  const text = numberText(100 * fraction, 1);
  return `${text.startsWith(MINUS) || text === '0.0' ? '' : '+'}${text}%`;
}

/** The fewest decimals, up to six, that write each of these values in full. */
export function decimalsOf(values: readonly number[]): number {
  const most = 6;
  const noise = 1e-9;
  const choices = Array.from({ length: most }, (_, decimals) => decimals);
  const isExact = (decimals: number) =>
    values.every(
      (value) => Math.abs(Number(value.toFixed(decimals)) - value) <= noise * Math.max(1, Math.abs(value)),
    );
  return choices.find(isExact) ?? most;
}

import type { ListedOption } from '#domain/book/mark.ts';
import type { Settlement } from '#domain/book/lot.ts';

/**
 * Roots under which Cboe lists options on the two indices, and how each settles: SPX (third Fridays) and all VIX
 * options in the morning, SPXW (weeklies, month ends, and third Fridays too) on the close.
 *
 * @see https://www.cboe.com/tradable_products/sp_500/spx_options/specifications/
 */
const ROOTS: ReadonlyMap<string, { readonly root: 'SPX' | 'VIX'; readonly settlement: Settlement }> = new Map(
  [
    ['SPX', { root: 'SPX', settlement: 'AM' }],
    ['SPXW', { root: 'SPX', settlement: 'PM' }],
    ['VIX', { root: 'VIX', settlement: 'AM' }],
    ['VIXW', { root: 'VIX', settlement: 'AM' }],
  ],
);

/** Root, two digits each of year, month and day, call or put, strike in thousandths. */
const SYMBOL = /^(?<root>[A-Z]{1,6}) {0,5}(?<date>\d{6})(?<right>[CP])(?<strike>\d{8})$/;

/** Parts of a point that a symbol counts strikes in. */
const STRIKE_PARTS = 1000;

/**
 * The option that a symbol of the Options Clearing Corporation stands for, such as `SPXW240105C04700000`.
 *
 * @returns `undefined` for another root, a day that no calendar has, or a strike of 0
 * @see https://www.theocc.com/clearance-and-settlement/clearing/symbology
 */
export function readOptionSymbol(symbol: string): ListedOption | undefined {
  const { root = '', date = '', right, strike } = SYMBOL.exec(symbol)?.groups ?? {};
  const listed = ROOTS.get(root);
  const expiry = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`;
  const points = Number(strike) / STRIKE_PARTS;
  if (!listed || !isDay(expiry) || !(points > 0)) {
    return undefined;
  }
  return { ...listed, expiry, strike: points, right: right === 'C' ? 'call' : 'put' };
}

function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}

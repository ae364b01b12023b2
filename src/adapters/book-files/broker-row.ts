import type { Right, Settlement } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';

/** An option that a book may hold. */
export type NamedOption = {
  readonly kind: 'option';
  readonly root: 'SPX' | 'VIX';
  readonly settlement: Settlement;
  readonly expiry: Session;
  readonly right: Right;
  readonly strike: number;
};

/** What the name of an instrument says that it is. */
export type Named =
  | NamedOption
  | { readonly kind: 'shares'; readonly instrument: 'VXX' | 'UVXY' }
  /** A VIX future: its name gives the month and not the day. */
  | { readonly kind: 'future' }
  | { readonly kind: 'other' };

/** One holding of a broker's export, its numbers not yet read. */
export type BrokerRow = {
  readonly line: number;
  /** The instrument as the file names it. */
  readonly name: string;
  readonly named: Named;
  readonly quantity: string;
  /** Price that one was traded at; empty where the file has none. */
  readonly price: string;
};

/** The product of an option by the root of its symbol; `undefined` for what a book does not hold. */
export function productOf(root: string): NamedOption['root'] | undefined {
  if (root === 'SPX' || root === 'SPXW') {
    return 'SPX';
  }
  return root === 'VIX' || root === 'VIXW' ? 'VIX' : undefined;
}

/** Shares that hedge, by their symbol, and everything else. */
export function namedShares(symbol: string): Named {
  return symbol === 'VXX' || symbol === 'UVXY' ? { kind: 'shares', instrument: symbol } : { kind: 'other' };
}

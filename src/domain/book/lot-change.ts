import type { Lot } from './lot.ts';
import type { Session } from '#domain/market/session.ts';

type WithoutId<Each> = Each extends unknown ? Omit<Each, 'id'> : never;

/** A position before its book has given it an id. */
export type NewLot = WithoutId<Lot>;

/** Names a lot of the book: it must still be what it was at that revision. */
type Target = {
  readonly id: string;
  /** Revision at which the lot was looked at. */
  readonly basis: number;
  /** The lot as it was then, for whoever reads the change. */
  readonly was: Lot;
};

/** One change of a book as it is asked for. Several are made together or not at all. */
export type LotChange =
  | { readonly kind: 'add'; readonly lot: NewLot }
  | (Target & { readonly kind: 'edit'; readonly lot: Lot })
  /** Entered by mistake. */
  | (Target & { readonly kind: 'remove' })
  /** Traded away, all of it or some contracts. */
  | (Target & {
      readonly kind: 'close';
      readonly on: Session;
      /** Contracts; all of them where absent. */
      readonly quantity?: number;
      /** Points per condor, contract or share; absent where nobody said. */
      readonly price?: number;
    })
  | (Target & { readonly kind: 'expire'; readonly on: Session; readonly settledAt: number });

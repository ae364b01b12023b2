import type { Hedge, LayerName, Lot, Right, Settlement } from './lot.ts';
import type { Session } from '#domain/market/session.ts';

/** An iron condor as somebody types it. */
export type CondorDraft = {
  /** Long put, short put, short call, long call: `5600/5700/6250/6350`. */
  readonly strikes: string;
  /** `YYYY-MM-DD`, as are all days that people type. */
  readonly expiry: string;
  readonly quantity: number;
  /** Index points received per condor. */
  readonly credit?: number;
  /** `PM` unless told. */
  readonly settlement?: Settlement;
  /** The latest session unless told. */
  readonly openedOn?: string;
};

/** A hedge lot as somebody types it. What an instrument has not must be left out. */
export type HedgeDraft = {
  readonly instrument: Hedge['instrument'];
  readonly quantity: number;
  readonly expiry?: string;
  readonly strike?: number;
  /** `call` unless told. */
  readonly right?: Right;
  /** Points or dollars paid per contract or share. */
  readonly cost?: number;
  /** The nearest by days to expiry unless told. */
  readonly layer?: LayerName;
  /** The latest session unless told. */
  readonly openedOn?: string;
};

/** Names a lot; with a revision, it must still be what it was then. */
export type LotTarget = { readonly id: string; readonly basis?: number };

/** What is to become different of a lot; whatever is not named stays. */
export type LotEdit = {
  readonly quantity?: number;
  readonly expiry?: string;
  readonly strikes?: string;
  readonly settlement?: Settlement;
  readonly credit?: number;
  readonly strike?: number;
  readonly right?: Right;
  readonly cost?: number;
  readonly layer?: LayerName;
  readonly openedOn?: string;
};

/** How a lot, or some contracts of it, was traded away. */
export type LotClosing = {
  /** Contracts; all of them unless told. */
  readonly quantity?: number;
  /** Points paid per condor, or received per contract or share. */
  readonly price?: number;
  /** The latest session unless told. */
  readonly on?: string;
};

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

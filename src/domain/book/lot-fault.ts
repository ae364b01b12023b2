import type { Session } from '#domain/market/session.ts';

/** What a number of a lot stands for. */
export type LotNumber = 'quantity' | 'strike' | 'cost' | 'credit' | 'price';

/** What a lot must or must not say of itself. */
export type LotField =
  | 'expiry'
  | 'strike'
  | 'right'
  | 'layer'
  | 'strikes'
  | 'settlement'
  | 'cost'
  | 'credit'
  | 'source'
  | 'date';

/** Why something cannot be a position. */
export type LotFault =
  /** Not a whole number of at least 1, or more than anybody holds. */
  | { readonly kind: 'quantity'; readonly value: number }
  /** Not a positive number. */
  | { readonly kind: 'not-positive'; readonly what: LotNumber; readonly value: number }
  | { readonly kind: 'negative'; readonly what: LotNumber; readonly value: number }
  /** Not four numbers. */
  | { readonly kind: 'strikes-unreadable'; readonly typed: string }
  | { readonly kind: 'strikes-order'; readonly strikes: readonly number[] }
  /** As much as the wider wing could ever pay, or more. Index points. */
  | { readonly kind: 'credit-above-wing'; readonly credit: number; readonly wing: number }
  | { readonly kind: 'unreadable-day'; readonly what: 'expiry' | 'date'; readonly typed: string }
  /** It has settled already. */
  | { readonly kind: 'expired'; readonly expiry: Session; readonly nearest: readonly Session[] }
  /** Nothing of that kind settles on that day. */
  | {
      readonly kind: 'not-listed';
      readonly product: 'VIX options' | 'VIX futures' | 'SPX AM options' | 'SPX PM options';
      readonly expiry: Session;
      /** Days around it on which something does, oldest first; may be empty. */
      readonly nearest: readonly Session[];
    }
  /** Behind the last day that the exchange calendar knows. */
  | { readonly kind: 'beyond-calendar'; readonly expiry: Session }
  /** Opened or closed on a day that has not come yet. */
  | { readonly kind: 'in-future'; readonly day: Session }
  | { readonly kind: 'not-a-session'; readonly day: Session; readonly nearest: readonly Session[] }
  | { readonly kind: 'closed-before-opened'; readonly openedOn: Session; readonly closedOn: Session }
  | { readonly kind: 'expires-before-opened'; readonly openedOn: Session; readonly expiry: Session }
  | { readonly kind: 'lacks'; readonly field: LotField; readonly of: string }
  | { readonly kind: 'does-not-take'; readonly field: LotField; readonly of: string }
  /** More contracts than the lot has. */
  | { readonly kind: 'more-than-held'; readonly asked: number; readonly held: number };

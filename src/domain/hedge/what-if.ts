import type { BookExposure } from './book-exposure.ts';
import type { CondorStrikes, Lot, Settlement } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';

/** Something that is tried out on a book and never stored. */
export type Hypothesis =
  | { readonly kind: 'add'; readonly lot: Lot }
  | {
      readonly kind: 'remove';
      readonly id: string;
      /** Contracts; all of them where absent. */
      readonly quantity?: number;
    }
  | {
      /** Closed, and opened again at another expiry or other strikes. */
      readonly kind: 'roll';
      readonly id: string;
      /** Contracts; all of them where absent. */
      readonly quantity?: number;
      readonly expiry: Session;
      /** Of condors; as it was where absent. */
      readonly settlement?: Settlement;
      /** Of condors; as they were where absent. */
      readonly strikes?: CondorStrikes;
      /** Of VIX options; as it was where absent. */
      readonly strike?: number;
    };

/** A book as it is, and as it would be. */
export type WhatIf = { readonly before: BookExposure; readonly after: BookExposure };

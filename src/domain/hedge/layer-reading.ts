import type { LayerName } from '#domain/book/lot.ts';

/** What is wrong with a layer: `act` is news, `watch` is not. */
export type LayerState =
  | { readonly state: 'whole' }
  /** Contracts are missing, but more than half are there. */
  | { readonly state: 'below'; readonly status: 'watch' }
  | { readonly state: 'thin' | 'empty' | 'settled'; readonly status: 'act' };

/** A layer beside what it should hold. */
export type LayerReading = LayerState & {
  readonly layer: LayerName;
  /** Calls held, and the base size; a layer whose base size is 0 is never missing. */
  readonly held: number;
  readonly base: number;
};

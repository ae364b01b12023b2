import type { LayerName } from '#domain/book/lot.ts';

/** Why taking profits is worth a message. */
export type MonetiseTrigger =
  | {
      /** The VIX is at or above its second gate and far above its 20 closes before. */
      readonly kind: 'market';
      readonly vix: number;
      /** Standard deviations above the mean of those closes. */
      readonly score: number;
    }
  | {
      /** A lot is worth so many times what it cost. */
      readonly kind: 'lot';
      readonly lotId: string;
      readonly multiple: number;
    };

/** What a tranche of one lot does. */
export type Tranche = {
  readonly lotId: string;
  readonly layer?: LayerName;
  /** `sell`: contracts beyond the layer's base size. `roll`: base contracts, up and out; nothing is sold of them. */
  readonly act: 'sell' | 'roll';
  /** Contracts; a whole number of at least 1. */
  readonly quantity: number;
  /** Dollars that selling raises, at bid where there is one, else by the model; absent without a value. */
  readonly cash?: number;
  /** Whether `cash` is the model's. */
  readonly isModel?: true;
};

/** Whether a hedge has paid, and what a third of it would bring. */
export type MonetiseReport = {
  /** Empty where nothing fires. */
  readonly triggers: readonly MonetiseTrigger[];
  readonly tranches: readonly Tranche[];
  /** Mean of the VIX's 20 closes before today, points: where a fall gives back to; absent with fewer. */
  readonly mean?: number;
};

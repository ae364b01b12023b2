import type { LayerName } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';

/** A hedge lot that its layer's rules would have rolled. */
export type RollDue = {
  readonly lotId: string;
  readonly quantity: number;
  /** Absent for what belongs to no layer: then only the days left of the short layer count. */
  readonly layer?: LayerName;
  readonly expiry: Session;
  /** Calendar days since it was opened. */
  readonly daysHeld: number;
  /** Calendar days to its expiry. */
  readonly daysLeft: number;
  /** Held too long (`layers.rollAge`), too few days left (`layers.daysFloor`), or both. */
  readonly reasons: readonly ('age' | 'days-left')[];
};

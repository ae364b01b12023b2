import type { LayerName } from '#domain/book/lot.ts';
import type { TicketInstrument } from '#domain/book/ticket.ts';
import type { Session } from '#domain/market/session.ts';
import type { CoverReading } from './cover.ts';

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
  readonly contract: TicketInstrument;
  /** `sell`: contracts beyond the layer's base size. `roll`: base contracts, up and out; nothing is sold of them. */
  readonly act: 'sell' | 'roll';
  /** Contracts; a whole number of at least 1. */
  readonly quantity: number;
  /** Dollars that selling raises, at bid where there is one, else by the model; absent without a value and for futures. */
  readonly cash?: number;
  /** Whether `cash` is the model's. */
  readonly isModel?: true;
  /** The call that base contracts are rolled to: up and out; absent where none is listed. */
  readonly successor?: { readonly expiry: Session; readonly strike: number };
};

/** Why nothing is told although the hedge has paid: an order still buys, or this session's step goes up. */
export type MonetiseBlock = 'up-order' | 'up-step';

/** Whether a hedge has paid, and what a third of it would bring. */
export type MonetiseReport = {
  /** Empty where nothing fires. */
  readonly triggers: readonly MonetiseTrigger[];
  readonly tranches: readonly Tranche[];
  /** The VIX's last close, and its standard deviations above the 20 before; absent where there are fewer. */
  readonly vix?: number;
  readonly score?: number;
  /** Mean of the VIX's 20 closes before today, points: where a fall gives back to; absent with fewer. */
  readonly mean?: number;
  /** Absent where nothing speaks against a message. */
  readonly block?: MonetiseBlock;
  /** Dollars that all tranches raise; absent where one that is sold has no value, and where none is sold. */
  readonly cash?: number;
  /** Cover now and once the tranches are sold; absent where nothing is sold. */
  readonly cover?: { readonly before: CoverReading; readonly after: CoverReading };
  /** Dollars that the hedge loses should the VIX fall to that mean; absent where something has no value. */
  readonly giveBack?: number;
};

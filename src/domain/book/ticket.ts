import type { Session } from '#domain/market/session.ts';
import type { Right } from './lot.ts';

/** What a ticket may be for. */
export type TicketInstrument =
  | {
      readonly instrument: 'VIX';
      readonly right: Right;
      /** VIX points. */
      readonly strike: number;
      readonly expiry: Session;
    }
  | { readonly instrument: 'VX' | 'VXM'; readonly expiry: Session }
  | { readonly instrument: 'VXX' | 'UVXY' };

/** One trade as traders post it: `BTO 3 VIX 10/22/26 20C @1.05`. */
export type Ticket = TicketInstrument & {
  readonly side: 'buy' | 'sell';
  /** Contracts or shares; a whole number of at least 1. */
  readonly quantity: number;
  /** Points per contract, dollars per share; absent where nobody said. */
  readonly price?: number;
};

/** The parts that a ticket is made of, in the order in which they are looked for. */
export type TicketPart = 'side' | 'quantity' | 'instrument' | 'expiry' | 'strike' | 'price' | 'rest';

/** A line that is no ticket: which part is missing or wrong, and the words that could not be read. */
export type TicketFault = {
  /** The line as it was typed, blanks around it taken off. */
  readonly line: string;
  readonly part: TicketPart;
  /** The value given; absent where the part is missing. */
  readonly value?: string;
};

/** What came of a text of tickets: every line, or every fault. */
export type TicketReading =
  | { readonly kind: 'tickets'; readonly tickets: readonly Ticket[] }
  | { readonly kind: 'faults'; readonly faults: readonly TicketFault[] };

import type { Delivery } from './delivery.ts';

/**
 * How one release came to one server: seen at a source, evaluated, queued, accepted by Discord. Instants are epoch
 * milliseconds (UTC); what has not happened is absent.
 */
export type DeliveryTrace = {
  readonly releaseId: string;
  /** When a source's answer showed new figures; for figures that were typed in, when they were. */
  readonly seenAt: number;
  /** Who showed them first. */
  readonly seenBy: string;
  /** The instant that the evaluation was made for. */
  readonly evaluatedAt?: number;
  readonly queuedAt?: number;
  readonly delivery?: Delivery;
};

/** Milliseconds from what a source showed to what Discord accepted, over so many messages. */
export type DeliveryLag = { readonly count: number; readonly p50: number; readonly p95: number };

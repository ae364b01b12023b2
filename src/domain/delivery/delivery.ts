import { exponentialBackoff } from '#domain/exponential-backoff.ts';

/** Where one alert stands on its way to one channel. */
export type Delivery =
  | { readonly state: 'due'; readonly attempt: number; readonly notBefore: number }
  /** A request may have left; after a crash nobody knows whether it arrived. */
  | { readonly state: 'sending'; readonly attempt: number; readonly since: number }
  | { readonly state: 'sent'; readonly at: number; readonly messageId: string }
  | { readonly state: 'dropped'; readonly at: number; readonly reason: string };

const ATTEMPTS = 8;
const FIRST_WAIT = 1_000;

/** The delivery after an attempt that failed: due again, twice as late each time, until we give up. */
export function afterFailure(attempt: number, reason: string, now: number): Delivery {
  if (attempt >= ATTEMPTS) {
    return { state: 'dropped', at: now, reason };
  }
  return {
    state: 'due',
    attempt: attempt + 1,
    notBefore: now + exponentialBackoff(attempt, { first: FIRST_WAIT }),
  };
}

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

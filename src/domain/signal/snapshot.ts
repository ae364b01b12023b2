import type { ContextReading } from '#domain/market/market-context.ts';
import type { MarketHistory, Quote } from '#domain/market/market.ts';
import type { PrintStatus } from '#domain/releases/poll.ts';
import type { PastPrint, Print } from '#domain/releases/print.ts';
import type { RebalanceWindow, Session } from '#domain/market/session.ts';

/** A print that may still matter, with what it is measured against. */
export type KnownPrint = {
  readonly print: Print;
  /** Earlier prints of the same report, oldest first, this one excluded. */
  readonly history: readonly PastPrint[];
  /** The release session, or the next one if markets were closed. */
  readonly dayZero: Session;
  /** The session before day 0: the reference close is taken there. */
  readonly sessionBefore: Session;
  /** Whether other sources agree on it; absent where nobody compares, as on recorded data. */
  readonly standing?: PrintStatus;
};

/** Everything that may be known at one instant, and nothing that became known later. */
export type Snapshot = {
  /** Epoch milliseconds (UTC). */
  readonly asOf: number;
  readonly evaluation: Evaluation;
  /** The latest session whose closes are usable at `asOf`. */
  readonly lastSession: Session;
  /** Sessions of the exchange calendar, oldest first, from the first close to `evaluation.session`. */
  readonly sessions: readonly Session[];
  readonly market: MarketHistory;
  /** Prices of the running session, at most 20 minutes old; only at checks, absent where nobody quotes. */
  readonly quotes?: { readonly rut: Quote; readonly spx: Quote };
  /** Prints published up to `asOf` whose window may still be open, oldest first. */
  readonly prints: readonly KnownPrint[];
  /** Yields, the dollar and spreads, which no rule reads; absent where nobody is asked for them. */
  readonly context?: readonly ContextReading[];
  /** The next quiet part of a session, from `asOf` on; absent where the exchange calendar ends. */
  readonly rebalance?: RebalanceWindow;
  /** The scheduled FOMC statement nearest to the evaluated session; absent where the calendar has none. */
  readonly fomc?: {
    readonly statement: Session;
    /** Sessions from the evaluated session to the statement's; negative when it is past. */
    readonly sessionsAway: number;
    /** Day of the latest statement that was published, scheduled or not; absent before the first. */
    readonly latest?: Session;
  };
};

/**
 * Which look at the market a decision belongs to.
 *
 * `print`: the moment a release is published. `check`: 09:45 or 10:30 on day 0, which may raise the state to
 * WATCH at most. `official`: after the close, the only one that may move the ratio. `question`: somebody
 * asked; nothing is stored and nothing moves.
 */
export type Evaluation =
  | { readonly kind: 'print'; readonly session: Session; readonly releaseId: string }
  | { readonly kind: 'check'; readonly session: Session; readonly time: '09:45' | '10:30' }
  | { readonly kind: 'official'; readonly session: Session }
  | { readonly kind: 'question'; readonly session: Session };

/** Name of an evaluation, unique within a server: also the id of the decision that it leads to. */
export function evaluationId(evaluation: Evaluation): string {
  switch (evaluation.kind) {
    case 'print':
      return `${evaluation.releaseId}.print`;
    case 'check':
      return `${evaluation.session}.check-${evaluation.time.replace(':', '')}`;
    case 'official':
      return `${evaluation.session}.official`;
    case 'question':
      return `${evaluation.session}.question`;
  }
}

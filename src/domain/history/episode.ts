import type { State } from '#domain/signal/decision.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Session } from '#domain/market/session.ts';

/** What the rules make of an episode, told beforehand: the state after each official evaluation. */
export type ExpectedClose = { readonly session: Session; readonly state: State; readonly ratio: number };

/** A stretch of recorded history that can be played again. */
export type Episode = {
  /** The day of its main release, `YYYY-MM-DD`. */
  readonly id: string;
  /** One line, such as `CPI for August 2014: confirmed at a calm VIX, 0.60 → 0.70`. */
  readonly title: string;
  /** Epoch milliseconds (UTC): the clock starts here, and the episode's last planned work is at `lastAt`. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Epoch milliseconds (UTC): where the recording ends when it is played on. */
  readonly endsAt: number;
  /** Every release from `firstAt` to `endsAt`, oldest first. */
  readonly releases: readonly Release[];
  readonly expected: readonly ExpectedClose[];
};

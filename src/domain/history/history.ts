import type { FomcStatement, Session } from '#domain/market/session.ts';
import type { MarketHistory } from '#domain/market/market.ts';
import type { PastPrint, Print } from '#domain/releases/print.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import type { State } from '#domain/signal/decision.ts';

/** Settlements of the two nearest monthly VIX futures, index points. */
export type FuturesSettlement = {
  readonly session: Session;
  readonly first: number;
  readonly second: number;
};

/** From which session on the closes of the Russell come from a source. */
export type SourceStretch = { readonly from: Session; readonly source: string };

/** Recorded prints and markets of many years, as a history folder holds them. What a folder lacks is absent. */
export type History = {
  /** Oldest first, by the instant of publication. */
  readonly prints: readonly Print[];
  /** Prints before the first of `prints` that surprises are measured against, oldest first; absent without any. */
  readonly earlier?: Readonly<Record<ReleaseKind, readonly PastPrint[]>>;
  readonly market: MarketHistory;
  /** Oldest first: the closes of the Russell change providers. */
  readonly rutSources: readonly SourceStretch[];
  /** Oldest first; empty where the folder has none. */
  readonly futures: readonly FuturesSettlement[];
  readonly statements: readonly FomcStatement[];
};

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

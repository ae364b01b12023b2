import type { FomcStatement } from '#domain/market/fomc.ts';
import type { MarketHistory } from '#domain/market/market.ts';
import type { PastPrint, Print } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { Session } from '#domain/market/session.ts';

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

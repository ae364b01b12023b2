import type { FutureQuote, OptionChain } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';

/** Somewhere that whole option chains can be had. */
export interface OptionChains {
  readonly source: string;
  /** @throws SourceUnavailable or SourceChanged */
  chain(root: 'SPX' | 'VIX', signal: AbortSignal): Promise<OptionChain>;
}

/** Somewhere that settlement prices of VIX futures can be had. */
export interface FuturesCurve {
  readonly source: string;
  /**
   * @returns every listed future of a session, nearest first; empty where the session has not been settled yet
   * @throws SourceUnavailable or SourceChanged
   */
  curve(session: Session, signal: AbortSignal): Promise<readonly FutureQuote[]>;
}

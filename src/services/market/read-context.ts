import { newYorkDay } from '#calendar/new-york.ts';
import type { KnownMultiple } from '#domain/market/market-context.ts';
import { manualMultiples } from '#engine/stress/manual-multiples.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import { type MarketDeps, readMarket, type MarketReport } from './read-market.ts';

/** The market with what small and large companies cost, as far as somebody has entered it. */
export type ContextReport = MarketReport & { readonly multiples: readonly KnownMultiple[] };

/** @throws NoLiveSources, SourceUnavailable, SourceChanged */
export async function readContext(
  deps: MarketDeps & { readonly ledger: Pick<MarkLedger, 'manualMarks'> },
  server: string,
  signal: AbortSignal,
): Promise<ContextReport> {
  const report = await readMarket(deps, server, signal);
  const manual = await deps.ledger.manualMarks(server);
  return { ...report, multiples: manualMultiples(manual, newYorkDay(report.decision.asOf)) };
}

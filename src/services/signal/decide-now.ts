import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { type MarketMeasures, measureMarket } from '#engine/evidence/measure-market.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Bound } from '#services/bind.ts';
import { type Judged, type ServerCase, decideServer, judgeServer } from './judge-server.ts';
import type { withManualFigures } from './manual-figures.ts';
import type { takeSnapshot } from './take-snapshot.ts';

/** What a server's rules decide on what is known this moment. */
export type DecisionNow = {
  readonly decision: Decision;
  readonly market: MarketMeasures;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
};

type LookDeps = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: Pick<DecisionLedger, 'memory'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly takeSnapshot: Bound<typeof takeSnapshot>;
  readonly withManualFigures: Bound<typeof withManualFigures>;
};

type EvaluateDeps = LookDeps & Parameters<typeof judgeServer>[0];

/**
 * The market this moment as one server sees it, and what the server remembers. Nothing is decided.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function lookNow(deps: LookDeps, server: string, signal: AbortSignal): Promise<ServerCase> {
  const now = deps.marketClock.now();
  const session = deps.calendar.lastUsable(now);
  const general = await deps.takeSnapshot({ kind: 'question', session }, now, signal);
  const snapshot = await deps.withManualFigures(server, general, signal);
  const serverSettings = await deps.settings.read(server);
  const memory = (await deps.ledger.memory(server)) ?? initialMemory(serverSettings.settings);
  return { server, serverSettings, memory, snapshot, market: measureMarket(snapshot) };
}

/**
 * What a server's rules decide this moment, and nothing besides: nothing is stored and nothing moves.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function decideNow(
  deps: EvaluateDeps,
  server: string,
  signal: AbortSignal,
): Promise<DecisionNow> {
  const look = await lookNow(deps, server, signal);
  const { snapshot, market, serverSettings } = look;
  return {
    decision: await decideServer(deps, look, signal),
    snapshot,
    market,
    settings: serverSettings.settings,
  };
}

/**
 * The same with how the hedge stands beside the decision, as a stored one would have it.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function judgeNow(deps: EvaluateDeps, server: string, signal: AbortSignal): Promise<Judged> {
  return judgeServer(deps, await lookNow(deps, server, signal), signal);
}

import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { initialMemory } from '#engine/decision/initial-memory.ts';
import { measureMarket, type MarketMeasures } from '#engine/evidence/measure-market.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DecisionInputs, DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { JudgeServer } from './judge-server.ts';
import type { OwnEntries } from './own-entries.ts';
import type { TakeSnapshot } from './take-snapshot.ts';

/** What was found on asking: nothing is stored and nothing moves. */
export type Found = {
  readonly inputs: DecisionInputs;
  readonly market: MarketMeasures;
  readonly decision: Decision;
};

/** Evaluates one server on what is known this moment. */
export type EvaluateNow = (server: string, signal: AbortSignal) => Promise<Found>;

export type NowParts = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: Pick<DecisionLedger, 'memory'>;
  readonly settings: SettingsStore;
  readonly takeSnapshot: TakeSnapshot;
  readonly ownEntries: OwnEntries;
  readonly judgeServer: JudgeServer;
  readonly marketClock: MarketClock;
};

/** @throws from the returned function: NoLiveSources, SourceUnavailable, SourceChanged */
export function createEvaluateNow(parts: NowParts): EvaluateNow {
  return async (server, signal) => {
    const now = parts.marketClock.now();
    const session = parts.calendar.lastUsable(now);
    const taken = await parts.takeSnapshot({ kind: 'question', session }, now, signal);
    const snapshot = await parts.ownEntries.overlay(server, taken, signal);
    const kept = await parts.settings.read(server);
    const memory = (await parts.ledger.memory(server)) ?? initialMemory(kept.settings);
    const market = measureMarket(snapshot);
    const judged = await parts.judgeServer({ server, kept, memory, snapshot, market }, signal);
    return { ...judged, market };
  };
}

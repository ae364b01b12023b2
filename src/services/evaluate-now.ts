import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts';
import type { Decision } from '../domain/decision.ts';
import { evaluate } from '../engine/decision/evaluate.ts';
import { initialMemory } from '../engine/decision/initial-memory.ts';
import { measureMarket, type MarketMeasures } from '../engine/evidence/measure-market.ts';
import type { MarketClock } from '../ports/clock.ts';
import type { DecisionInputs, DecisionLedger } from '../ports/ledger.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { bookOf } from './build-card.ts';
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
  readonly marketClock: MarketClock;
};

/** @throws from the returned function: NoLiveSources, SourceUnavailable, SourceChanged */
export function createEvaluateNow(parts: NowParts): EvaluateNow {
  return async (server, signal) => {
    const now = parts.marketClock.now();
    const session = parts.calendar.lastUsable(now);
    const taken = await parts.takeSnapshot({ kind: 'question', session }, now, signal);
    const snapshot = await parts.ownEntries.overlay(server, taken, signal);
    const { settings, version: settingsVersion } = await parts.settings.read(server);
    const memory = (await parts.ledger.memory(server)) ?? initialMemory(settings);
    const inputs = { snapshot, book: bookOf(settings), settings, settingsVersion, memory };
    const market = measureMarket(snapshot);
    return { inputs, market, decision: evaluate(inputs, market) };
  };
}

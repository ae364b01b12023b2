import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts';
import { evaluate } from '../engine/decision/evaluate.ts';
import { initialMemory } from '../engine/decision/initial-memory.ts';
import { marketOverview } from '../engine/evidence/market-overview.ts';
import { unitExposure } from '../engine/exposure/unit-exposure.ts';
import type { MarketClock } from '../ports/clock.ts';
import type { DecisionLedger } from '../ports/ledger.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { bookOf } from './build-card.ts';
import type { SignalReading } from './index.ts';
import type { TakeSnapshot } from './take-snapshot.ts';

export type ReadSignal = (server: string, signal: AbortSignal) => Promise<SignalReading>;

export type SignalParts = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: DecisionLedger;
  readonly settings: SettingsStore;
  readonly takeSnapshot: TakeSnapshot;
  readonly marketClock: MarketClock;
  readonly watermark?: string;
};

/** Evaluates one server on what is known this moment, without storing or moving anything. */
export function createReadSignal(parts: SignalParts): ReadSignal {
  return async (server, signal) => {
    const now = parts.marketClock.now();
    const session = parts.calendar.lastUsable(now);
    const snapshot = await parts.takeSnapshot({ kind: 'question', session }, now, signal);
    const { settings, version: settingsVersion } = await parts.settings.read(server);
    const memory = (await parts.ledger.memory(server)) ?? initialMemory(settings);
    const book = bookOf(settings);
    const decision = evaluate({ snapshot, book, settings, settingsVersion, memory });
    const [last] = await parts.ledger.decisions(server, 1);
    return {
      decision,
      overview: marketOverview(snapshot, settings),
      exposure: unitExposure(book, decision),
      ...(last && { last: last.decision }),
      ...(parts.watermark !== undefined && { watermark: parts.watermark }),
    };
  };
}

import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts';
import { dayZero } from '../calendar/day-zero.ts';
import type { Decision } from '../domain/decision.ts';
import type { Release } from '../domain/release.ts';
import type { Scenario } from '../domain/scenario.ts';
import { evaluate } from '../engine/decision/evaluate.ts';
import { initialMemory } from '../engine/decision/initial-memory.ts';
import { measureMarket } from '../engine/evidence/measure-market.ts';
import { foreseeDecisions } from '../engine/scenario/foresee-decisions.ts';
import type { DecisionLedger } from '../ports/ledger.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { bookOf } from './build-card.ts';
import type { OwnEntries } from './own-entries.ts';
import type { TakeSnapshot } from './take-snapshot.ts';

/** A server's signal on the evening before a release, and what the engine will decide after it. */
export type Foresight = { readonly standing: Decision; readonly scenario: Scenario };

/** Looks at the market once; the function that it gives answers for one server after another. */
export type Foresee = (
  release: Release,
  asked: { readonly now: number; readonly hasConsensus: boolean },
  signal: AbortSignal,
) => Promise<(server: string) => Promise<Foresight>>;

export type ForeseeParts = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: DecisionLedger;
  readonly settings: SettingsStore;
  readonly takeSnapshot: TakeSnapshot;
  readonly ownEntries: Pick<OwnEntries, 'overlay'>;
};

/** @throws from the returned function: NoLiveSources, SourceUnavailable, SourceChanged */
export function createForesee(parts: ForeseeParts): Foresee {
  const { calendar, ledger, ownEntries, settings: store, takeSnapshot } = parts;
  return async (release, { now, hasConsensus }, signal) => {
    const zero = dayZero(release.scheduledAt, calendar);
    const tonight = await takeSnapshot({ kind: 'question', session: calendar.lastUsable(now) }, now, signal);
    const coming = await takeSnapshot({ kind: 'question', session: zero }, now, signal);
    const [marketTonight, marketComing] = [measureMarket(tonight), measureMarket(coming)];
    return async (server) => {
      const { settings, version: settingsVersion } = await store.read(server);
      const memory = (await ledger.memory(server)) ?? initialMemory(settings);
      const inputs = { book: bookOf(settings), settings, settingsVersion, memory };
      const seen = {
        tonight: await ownEntries.overlay(server, tonight, signal),
        coming: await ownEntries.overlay(server, coming, signal),
      };
      const standing = evaluate({ ...inputs, snapshot: seen.tonight }, marketTonight);
      return {
        standing,
        scenario: foreseeDecisions({ ...inputs, snapshot: seen.coming }, marketComing, {
          release,
          evidence: standing.evidence,
          dayZero: zero,
          sessionBefore: calendar.previous(zero),
          hasConsensus,
        }),
      };
    };
  };
}

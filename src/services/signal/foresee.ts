import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/day-zero.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Scenario } from '#domain/signal/scenario.ts';
import { initialMemory } from '#engine/decision/initial-memory.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { buildScenario, type ComingRelease } from '#engine/scenario/build-scenario.ts';
import { checkBudget } from '#engine/plan/plan-step.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Holdings, ReadHoldings } from '#services/book/read-holdings.ts';
import { judgeHeld } from './judge-server.ts';
import type { OwnEntries } from './own-entries.ts';
import { standingBeside, type Around } from './standing-beside.ts';
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
  readonly readHoldings: ReadHoldings;
  readonly ownEntries: Pick<OwnEntries, 'overlay'>;
};

/** @throws from the returned function: NoLiveSources, SourceUnavailable, SourceChanged */
export function createForesee(parts: ForeseeParts): Foresee {
  const { calendar, ledger, ownEntries, readHoldings, settings: store, takeSnapshot } = parts;
  return async (release, { now, hasConsensus }, signal) => {
    const zero = dayZero(release.scheduledAt, calendar);
    const tonight = await takeSnapshot({ kind: 'question', session: calendar.lastUsable(now) }, now, signal);
    const coming = await takeSnapshot({ kind: 'question', session: zero }, now, signal);
    const [marketTonight, marketComing] = [measureMarket(tonight), measureMarket(coming)];
    return async (server) => {
      const kept = await store.read(server);
      const { settings, version: settingsVersion } = kept;
      const memory = (await ledger.memory(server)) ?? initialMemory(settings);
      const seen = {
        tonight: await ownEntries.overlay(server, tonight, signal),
        coming: await ownEntries.overlay(server, coming, signal),
      };
      const holdings = await readHoldings({ server }, { settings, now }, signal);
      const judged = judgeHeld(holdings, { kept, memory, snapshot: seen.tonight, market: marketTonight });
      const { book } = judged.inputs;
      const inputs = { snapshot: seen.coming, book, settings, settingsVersion, memory };
      return {
        standing: judged.decision,
        scenario: buildScenario(inputs, marketComing, {
          release,
          evidence: judged.decision.evidence,
          dayZero: zero,
          sessionBefore: calendar.previous(zero),
          hasConsensus,
          priceStep: stepPrices(holdings, { settings, snapshot: seen.coming }),
        }),
      };
    };
  };
}

/** By what is held this evening: each step of the table is planned as it will be once it is decided. */
function stepPrices(holdings: Holdings, around: Around): NonNullable<ComingRelease['priceStep']> {
  return (decision) => {
    if (around.settings['budget.capital'] === null) {
      return undefined;
    }
    const standing = standingBeside(decision, holdings, around);
    return standing && checkBudget(standing);
  };
}

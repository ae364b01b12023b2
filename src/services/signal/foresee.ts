import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/known-at.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Scenario } from '#domain/signal/scenario.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { buildScenario } from '#engine/scenario/build-scenario.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Bound } from '#services/bind.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { attemptExposure } from './attempt-exposure.ts';
import { budgetOf, judgeHeld } from './judge-server.ts';
import type { withManualFigures } from './manual-figures.ts';
import type { takeSnapshot } from './take-snapshot.ts';

/** A server's signal on the evening before a release, and what the engine will decide after it. */
export type Foresight = { readonly standing: Decision; readonly scenario: Scenario };

type ForeseeDeps = Pick<HoldingsServices, 'readHoldings'> & {
  readonly log: Pick<Log, 'error'>;
  readonly calendar: ExchangeCalendar;
  readonly ledger: Pick<DecisionLedger, 'memory'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly takeSnapshot: Bound<typeof takeSnapshot>;
  readonly withManualFigures: Bound<typeof withManualFigures>;
};

/**
 * Looks at the market once; the function that it gives answers for one server after another.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function foresee(
  deps: ForeseeDeps,
  release: Release,
  { now, hasConsensus }: { readonly now: number; readonly hasConsensus: boolean },
  signal: AbortSignal,
): Promise<(server: string) => Promise<Foresight>> {
  const { calendar } = deps;
  const zero = dayZero(release.scheduledAt, calendar);
  const session = calendar.lastUsable(now);
  const tonight = await deps.takeSnapshot({ kind: 'question', session }, now, signal);
  const coming = await deps.takeSnapshot({ kind: 'question', session: zero }, now, signal);
  const [marketTonight, marketComing] = [measureMarket(tonight), measureMarket(coming)];
  return async (server) => {
    const serverSettings = await deps.settings.read(server);
    const { settings, version: settingsVersion } = serverSettings;
    const memory = (await deps.ledger.memory(server)) ?? initialMemory(settings);
    const snapshot = await deps.withManualFigures(server, coming, signal);
    const attempt = attemptExposure(deps, server);
    const holdings = await attempt.read(
      () => deps.readHoldings({ server }, { settings, now }, signal),
      signal,
    );
    const look = {
      serverSettings,
      memory,
      snapshot: await deps.withManualFigures(server, tonight, signal),
      market: marketTonight,
    };
    const judged = judgeHeld(holdings, look, attempt);
    const { book } = judged.inputs;
    return {
      standing: judged.decision,
      scenario: buildScenario({ snapshot, book, settings, settingsVersion, memory }, marketComing, {
        release,
        evidence: judged.decision.evidence,
        dayZero: zero,
        sessionBefore: calendar.previous(zero),
        hasConsensus,
        // By what is held this evening: each step of the table is planned as it will be once it is decided.
        priceStep: (decision) =>
          holdings && attempt.measure(() => budgetOf(decision, holdings, { serverSettings, snapshot })),
      }),
    };
  };
}

import { jobs } from '#jobs/index.ts';
import type { Upkeep } from '#scheduler/plan-upkeep.ts';
import { createRunner } from '#scheduler/run-due.ts';
import { bindBook, bindHoldings } from '#services/book/index.ts';
import { bindCards, bindChecklist } from '#services/checklist/index.ts';
import { bindAlerts, bindDelivery, bindSending } from '#services/delivery/index.ts';
import { bindHealth, bindPurge } from '#services/health/index.ts';
import { openWindows } from '#services/health/open-windows.ts';
import { withoutDeparted } from '#services/health/presence.ts';
import { bindHedge } from '#services/hedge/index.ts';
import { bindHistory } from '#services/history/index.ts';
import type { Services } from '#services/index.ts';
import { bindMarket } from '#services/market/index.ts';
import { bindReleaseDay, bindReleases } from '#services/releases/index.ts';
import { bindSettings, bindTrials } from '#services/settings/index.ts';
import { bindEvaluation, bindSessions, bindSignal } from '#services/signal/index.ts';
import type { StewardParts } from './steward-parts.ts';

/** The product, assembled once: what people ask it, and what the clock makes it do. */
export type Steward = {
  readonly services: Services;
  readonly runDue: (now: number, signal: AbortSignal) => Promise<unknown>;
  /** Sends every alert that may go now, one after another; returns when none is left that may. */
  readonly deliver: (signal: AbortSignal) => Promise<void>;
};

/** Binds the acts of every topic to their collaborators. Nothing is started here. */
export function assembleSteward(parts: StewardParts): Steward {
  const shared = sharedOf(parts);
  const { settings, ledger, marketClock, episodes, playEpisode } = shared;
  const runner = createRunner({
    ...shared,
    jobs: jobs({
      ...shared,
      ...bindReleaseDay(shared),
      ...bindSessions(shared),
      ...bindPurge(shared),
      pace: parts.prints?.pace ?? 'keyed',
    }),
    open: () => openWindows(settings, ledger),
    ...(parts.dates && { upkeep: upkeepOf(parts) }),
  });

  return {
    runDue: (now, signal) => runner.runDue(now, signal),
    deliver: bindSending(shared).deliverAlerts,
    services: {
      ...bindReleases(shared),
      ...bindSignal(shared),
      ...bindMarket(shared),
      ...bindBook(shared),
      ...bindHedge(shared),
      ...bindChecklist(shared),
      ...bindSettings(shared),
      ...bindDelivery(shared),
      ...bindHistory({ ...shared, ...parts.lookingBack }),
      ...bindHealth(shared),
      episodes,
      playEpisode,
      now: () => marketClock.now(),
    },
  };
}

/** Everything from outside, and the acts that other topics build on. */
function sharedOf(parts: StewardParts) {
  const { ledger } = parts.store;
  const outside = { ...parts, ledger, settings: withoutDeparted(parts.store.settings, ledger) };
  const basis = {
    ...outside,
    ...bindHoldings(outside),
    ...bindCards(outside),
    ...bindAlerts(outside),
    ...bindTrials(outside),
  };
  return { ...basis, ...bindEvaluation(basis) };
}

function upkeepOf({ about, market, prints }: StewardParts): Upkeep {
  return { startedAt: about.startedAt, ...(!(market && prints) && { isAlone: true }) };
}

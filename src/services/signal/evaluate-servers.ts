import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Evaluation } from '#domain/signal/evaluation.ts';
import { createQueues } from '#domain/queues.ts';
import type { ServerSettings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { initialMemory } from '#engine/decision/initial-memory.ts';
import { isAboveBase } from '#engine/decision/is-above-base.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { DecisionLedger, ChecklistLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import { buildCard, readMarked } from '#services/delivery/build-card.ts';
import { forEachServer } from '#services/health/for-each-server.ts';
import type { JudgeServer, ServerCase } from './judge-server.ts';
import type { OwnEntries } from './own-entries.ts';
import { planAlert, planDegraded } from '#engine/alert/plan-alerts.ts';
import type { ScoreRecommendations } from './score-recommendations.ts';
import type { TakeSnapshot } from './take-snapshot.ts';

export type EvaluationParts = {
  readonly ledger: DecisionLedger & ChecklistLedger;
  readonly settings: SettingsStore;
  readonly takeSnapshot: TakeSnapshot;
  readonly judgeServer: JudgeServer;
  readonly scoreRecommendations: ScoreRecommendations;
  readonly ownEntries: OwnEntries;
  /** Stable name of one message in one channel, so that sending it twice posts it once. */
  readonly nonceOf: (key: string, channel: string) => string;
  readonly watermark?: string;
  /** Whether the store ends with the replay that it belongs to. */
  readonly isEphemeral?: true;
};

/**
 * Evaluates every server concerned and stores what it found; returns how many were concerned.
 *
 * @param only - one server instead of all
 */
export type EvaluateServers = (
  evaluation: Evaluation,
  now: number,
  signal: AbortSignal,
  only?: string,
) => Promise<number>;

/**
 * The one place where a snapshot becomes decisions.
 *
 * The snapshot is taken once for all servers and its measures are computed once. Each server's decision, memory
 * and alerts are one write; a server that has this decision already is left alone, so that a run which was
 * interrupted can be run again. A server that fails keeps no other from its decision, and two evaluations of one at
 * the same moment, of a close and of figures that a steward types in, follow each other.
 */
export function createEvaluateServers(parts: EvaluationParts): EvaluateServers {
  const oneAfterAnother = createQueues();
  return async (evaluation, now, signal, only) => {
    const taken = await parts.takeSnapshot(evaluation, now, signal);
    const market = measureMarket(taken);
    let concerned = 0;
    const evaluateOne = async (server: string): Promise<void> => {
      const snapshot = await parts.ownEntries.overlay(server, taken, signal);
      const kept = await parts.settings.read(server);
      const memory = (await parts.ledger.memory(server)) ?? initialMemory(kept.settings);
      if (concerns(snapshot, kept, memory)) {
        concerned += 1;
        await decide(parts, { server, kept, memory, snapshot, market }, signal);
      }
      if (evaluation.kind === 'official') {
        await parts.scoreRecommendations(server, market);
      }
    };
    const servers = only === undefined ? await parts.settings.servers() : [only];
    await forEachServer(servers, (server) => oneAfterAnother(server, () => evaluateOne(server)), signal);
    return concerned;
  };
}

async function decide(parts: EvaluationParts, given: ServerCase, signal: AbortSignal): Promise<void> {
  const { server, kept, snapshot } = given;
  const { settings } = kept;
  const { inputs, decision } = await parts.judgeServer(given, signal);
  const card = buildCard(decision, inputs, await readMarked(parts.ledger, server, decision));
  const told = {
    server,
    settings,
    card,
    dayZero: isDayZero(snapshot),
    now: snapshot.asOf,
    ...(parts.watermark !== undefined && { watermark: parts.watermark }),
    ...(parts.isEphemeral && { isEphemeral: parts.isEphemeral }),
  };
  const alerts = [planAlert(told), planDegraded(told)].filter((alert) => alert !== undefined);
  const channel = settings['alerts.channel'];
  await parts.ledger.record({
    recorded: { server, decision, inputs, recordedAt: snapshot.asOf },
    deliveries:
      channel === null
        ? []
        : alerts.map((alert) => ({
            alert,
            channel,
            nonce: parts.nonceOf(alert.key, channel),
            plannedAt: snapshot.asOf,
          })),
    ...(isOfficial(decision) && { supersedes: `superseded by ${decision.id}` }),
  });
}

/** Official evaluations concern servers whose window is open or whose ratio is above base; others all. */
function concerns(snapshot: Snapshot, { settings }: ServerSettings, memory: Memory): boolean {
  if (snapshot.evaluation.kind !== 'official' || isAboveBase(memory.programme, settings)) {
    return true;
  }
  const { sessions, prints, evaluation } = snapshot;
  const today = sessions.indexOf(evaluation.session);
  return prints.some(({ dayZero }) => today - sessions.indexOf(dayZero) <= settings['event.windowSessions']);
}

function isDayZero({ prints, evaluation }: Snapshot): boolean {
  return prints.some(({ dayZero }) => dayZero === evaluation.session);
}

function isOfficial({ evaluation }: Decision): boolean {
  return evaluation.kind === 'official';
}

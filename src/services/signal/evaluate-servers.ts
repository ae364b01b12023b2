import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Evaluation, Snapshot } from '#domain/signal/snapshot.ts';
import type { OrderReport, OwedReport } from '#domain/hedge/order-report.ts';
import { forEachServer } from '#domain/for-each-server.ts';
import type { createQueues } from '#domain/queues.ts';
import type { ServerSettings } from '#domain/settings/settings.ts';
import { planAlert, planBookFault, planDegraded } from '#engine/alert/plan-alerts.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { isAboveBase } from '#engine/decision/adopt-step.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Bound } from '#services/bind.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import type { CardServices } from '#services/checklist/index.ts';
import { type ServerCase, judgeServer } from './judge-server.ts';
import type { withManualFigures } from './manual-figures.ts';
import type { readSkew } from './read-skew.ts';
import type { nextRelease } from './next-release.ts';
import type { scoreRecommendations } from './score-recommendations.ts';
import type { takeSnapshot } from './take-snapshot.ts';

type RecordDeps = Parameters<typeof judgeServer>[0] &
  Pick<HoldingsServices, 'draftOrder' | 'sharePrices' | 'tendOrders'> &
  CardServices & {
    readonly ledger: Pick<DecisionLedger, 'memory' | 'record'> & Pick<OrderLedger, 'serversWithOrders'>;
    /** Stable name of one message in one channel, so that sending it twice posts it once. */
    readonly nonceOf: (key: string, channel: string) => string;
    readonly watermark?: string;
    /** Whether the store ends with the replay that it belongs to. */
    readonly isEphemeral?: true;
  };

type CardContent = Extract<AlertContent, { form: 'card' }>;

type EvaluateDeps = RecordDeps & {
  readonly settings: Pick<SettingsStore, 'read' | 'servers'>;
  readonly takeSnapshot: Bound<typeof takeSnapshot>;
  readonly withManualFigures: Bound<typeof withManualFigures>;
  readonly readSkew: Bound<typeof readSkew>;
  readonly nextRelease: Bound<typeof nextRelease>;
  readonly scoreRecommendations: Bound<typeof scoreRecommendations>;
  /** Lets two evaluations of one server, of a close and of figures that a steward types in, follow each other. */
  readonly inTurn: ReturnType<typeof createQueues>;
};

/** What is evaluated, and of whom. */
export type EvaluationRequest = {
  readonly evaluation: Evaluation;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  /** One server instead of all. */
  readonly only?: string;
};

/**
 * Evaluates every server concerned and stores its decision: the one place where a snapshot becomes decisions.
 *
 * The snapshot is taken once for all servers, its measures are computed once, and so are the prices of what they hold
 * and the volatilities implied in them, which go when the last server is done. Each server's decision, memory
 * and alerts are one write; a server that has this decision already is left alone, so that a run which was
 * interrupted can be run again. A server that fails keeps no other from its decision.
 *
 * @returns how many servers were concerned
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function evaluateServers(
  deps: EvaluateDeps,
  { evaluation, now, only }: EvaluationRequest,
  signal: AbortSignal,
): Promise<number> {
  const general = await deps.takeSnapshot(evaluation, now, signal);
  const market = measureMarket(general);
  const servers = only === undefined ? await deps.settings.servers() : [only];
  const skew = await deps.readSkew(general, servers, signal);
  const prices = deps.sharePrices(general.asOf);
  const next = await deps.nextRelease(now, signal);
  const withOrders = new Set(await deps.ledger.serversWithOrders());
  let concerned = 0;
  const evaluateOne = async (server: string): Promise<void> => {
    const snapshot = await deps.withManualFigures(server, general, signal);
    const serverSettings = await deps.settings.read(server);
    const memory = (await deps.ledger.memory(server)) ?? initialMemory(serverSettings.settings);
    if (withOrders.has(server) || concerns(snapshot, serverSettings, memory)) {
      concerned += 1;
      const beside = { ...(skew && { skew }), ...(next && { nextRelease: next }) };
      const look = { server, serverSettings, memory, snapshot, market, prices, ...beside };
      await recordDecision(deps, look, signal);
    }
    if (evaluation.kind === 'official') {
      await deps.scoreRecommendations(server, market);
    }
  };
  await forEachServer(servers, (server) => deps.inTurn(server, () => evaluateOne(server)), signal);
  return concerned;
}

type RecordCase = ServerCase & Pick<CardContent, 'nextRelease'>;

async function recordDecision(deps: RecordDeps, look: RecordCase, signal: AbortSignal): Promise<void> {
  const { server, serverSettings, snapshot } = look;
  const { settings } = serverSettings;
  const { inputs, decision } = await judgeServer(deps, look, signal);
  const report = await tended(deps, server, decision);
  const message = {
    server,
    settings,
    card: {
      ...(await deps.cardOf(server, decision, {
        ...inputs,
        market: look.market,
        ...(report && { following: report }),
      })),
      ...(await ordersOf(deps, look, { decision, report }, signal)),
      ...(look.nextRelease && { nextRelease: look.nextRelease }),
    },
    before: look.memory,
    dayZero: isDayZero(snapshot),
    now: snapshot.asOf,
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
    ...(deps.isEphemeral && { isEphemeral: deps.isEphemeral }),
  };
  const alerts = [planAlert, planDegraded, planBookFault]
    .map((plan) => plan(message))
    .filter((alert) => alert !== undefined);
  const channel = settings['alerts.channel'];
  await deps.ledger.record({
    recorded: { server, decision, inputs, recordedAt: snapshot.asOf },
    deliveries:
      channel === null
        ? []
        : alerts.map((alert) => ({
            alert,
            channel,
            nonce: deps.nonceOf(alert.key, channel),
            plannedAt: snapshot.asOf,
          })),
    ...(decision.evaluation.kind === 'official' && { supersedes: `superseded by ${decision.id}` }),
  });
}

/** The order that the decision's step opens, or what an earlier step still owes. */
async function ordersOf(
  deps: RecordDeps,
  { server, serverSettings: { settings }, snapshot: { rebalance: window }, prices }: ServerCase,
  { decision, report }: { readonly decision: Decision; readonly report: OrderReport | undefined },
  signal: AbortSignal,
): Promise<Pick<CardContent, 'order' | 'owed'>> {
  const { adopts, ratio, asOf: now } = decision;
  if (!adopts) {
    return report?.owed ? { owed: withoutUnits(report.owed) } : {};
  }
  const direction = ratio.step > 0 ? 'up' : 'down';
  const step = { asked: adopts.ratio, direction, decision, now, ...(window && { window }) } as const;
  return { order: await deps.draftOrder(server, { settings, step, ...(prices && { prices }) }, signal) };
}

/** A message names what is owed; what else might be traded instead is many times as long. */
function withoutUnits(owed: OwedReport): OwedReport {
  return { ...owed, order: { ...owed.order, units: { calls: [], futures: [], shares: [] } } };
}

/** `undefined` where a book cannot be read: that keeps no decision from being made. */
async function tended(
  deps: RecordDeps,
  server: string,
  decision: Decision,
): Promise<OrderReport | undefined> {
  try {
    return await deps.tendOrders(server, decision);
  } catch (error) {
    deps.log.error('step orders not tended', error, { server });
    return undefined;
  }
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

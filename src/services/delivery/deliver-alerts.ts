import type { Alert } from '#domain/delivery/alert.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { afterFailure, type Delivery } from '#domain/delivery/delivery.ts';
import { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import { isProblem } from '#domain/problem.ts';
import { alertChart } from '#engine/chart/alert-chart.ts';
import { draftSince, fillsSince } from '#engine/plan/draft-since.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import type { WallClock } from '#ports/clock.ts';
import type { AdoptedStep, DecisionLedger, DeliveryLedger, PlannedDelivery } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { Bound } from '#services/bind.ts';
import type { markSuperseded } from './mark-posted.ts';

type SendDeps = {
  readonly channel: Pick<AlertChannel, 'send' | 'find'>;
  readonly wallClock: Pick<WallClock, 'now'>;
  readonly log: Pick<Log, 'info' | 'error'>;
  readonly draw: Draw;
};

type DeliverDeps = SendDeps & {
  readonly markSuperseded: Bound<typeof markSuperseded>;
  readonly ledger: Pick<DeliveryLedger, 'claimDelivery' | 'settleDelivery'>;
};

type DrawDeps = {
  readonly ledger: Pick<DecisionLedger, 'decision'>;
  readonly charts: Pick<ChartRenderer, 'drawAlert'>;
  readonly log: Pick<Log, 'error'>;
};

/** The picture of an alert; `undefined` where it has none or it could not be drawn. */
type Draw = (alert: Alert, signal: AbortSignal) => Promise<Picture | undefined>;

/** Pictures kept for servers whose chart is the same: the thresholds on it rarely differ. */
const PICTURES_KEPT = 8;

/**
 * Sends every alert that may go now, one after another: what was stored is sent, and what came of it is stored before
 * the next one.
 *
 * A delivery that failed or was under way when the process died is looked for in the channel before it is sent
 * again, because nobody knows whether it arrived, and Discord remembers a nonce for minutes only.
 */
export async function deliverAlerts(deps: DeliverDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const claimed = await deps.ledger.claimDelivery(deps.wallClock.now());
    if (!claimed) {
      return;
    }
    const { planned } = claimed;
    const outcome = await attempt(deps, claimed, signal);
    if (outcome.state === 'sent') {
      // Before it is settled: after a death here it is found again, and what it replaces is marked then.
      await deps.markSuperseded(planned, outcome.messageId, signal);
    }
    const adopts = outcome.state === 'sent' ? adoptedBy(planned) : undefined;
    await deps.ledger.settleDelivery(planned.alert.key, outcome, adopts);
  }
}

async function attempt(
  { channel, log, wallClock, draw }: SendDeps,
  { planned, interrupted }: { readonly planned: PlannedDelivery; readonly interrupted: boolean },
  signal: AbortSignal,
): Promise<Delivery> {
  const { alert, channel: to, nonce } = planned;
  try {
    const doubtful = interrupted || attemptOf(planned.delivery) > 1;
    const earlier = doubtful ? await channel.find(alert, { channel: to, nonce }, signal) : undefined;
    const messageId =
      earlier ?? (await channel.send(alert, { channel: to, nonce }, await draw(alert, signal), signal));
    log.info('alert delivered', { key: alert.key, messageId });
    return { state: 'sent', at: wallClock.now(), messageId };
  } catch (error) {
    const outcome = afterError(error, planned.delivery, wallClock.now());
    log.error('alert not delivered', error, { key: alert.key, outcome: outcome.state });
    return outcome;
  }
}

function afterError(error: unknown, delivery: Delivery, now: number): Delivery {
  if (error instanceof ChannelClosed || error instanceof SendRefused) {
    return { state: 'dropped', at: now, reason: error.message };
  }
  // People read the reason: what nobody foresaw is in the log alone.
  const reason = isProblem(error) ? error.message : 'unknown failure';
  const next = afterFailure(attemptOf(delivery), reason, now);
  const wait = error instanceof SendFailed ? error.retryAfter : undefined;
  return next.state === 'due' && wait !== undefined
    ? { ...next, notBefore: Math.max(next.notBefore, now + wait) }
    : next;
}

function attemptOf(delivery: Delivery): number {
  return delivery.state === 'due' || delivery.state === 'sending' ? delivery.attempt : 1;
}

/** What was traded since the step was decided moves where its order begins. */
function adoptedBy({ alert: { content }, plannedAt }: PlannedDelivery): AdoptedStep | undefined {
  if (content.form !== 'card' || !content.decision.adopts) {
    return undefined;
  }
  const {
    decision: { adopts: programme },
    order,
  } = content;
  return {
    programme,
    ...(order?.kind === 'opens' && {
      order: (orders) => draftSince(order.order, fillsSince(orders, plannedAt)),
    }),
  };
}

/**
 * Draws an alert's chart from the inputs of its decision; a picture that fails never holds the words back. Of the
 * latest pictures, each is drawn once.
 */
export function createDraw({ ledger, charts, log }: DrawDeps): Draw {
  const pictures = new Map<string, Picture>();
  return async (alert, signal) => {
    const recorded =
      alert.chartOf === undefined ? undefined : await ledger.decision(alert.server, alert.chartOf);
    if (!recorded) {
      return undefined;
    }
    const { decision, inputs } = recorded;
    const chart = alertChart(inputs.snapshot, inputs.settings, decision, alert.watermark);
    const name = JSON.stringify(chart);
    try {
      const picture = pictures.get(name) ?? (await charts.drawAlert(chart, signal));
      pictures.delete(name);
      pictures.set(name, picture);
      forgetOldest(pictures);
      return picture;
    } catch (error) {
      log.error('chart not drawn', error, { decision: decision.id });
      return undefined;
    }
  };
}

function forgetOldest(pictures: Map<string, Picture>): void {
  const [oldest] = pictures.keys();
  if (pictures.size > PICTURES_KEPT && oldest !== undefined) {
    pictures.delete(oldest);
  }
}

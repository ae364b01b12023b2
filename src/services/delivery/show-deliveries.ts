import type { DeliveryLag, DeliveryTrace } from '#domain/delivery/delivery.ts';
import { evaluationId } from '#domain/signal/snapshot.ts';
import type { Print } from '#domain/releases/print.ts';
import { percentile } from '#engine/statistics/summary.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DecisionLedger, DeliveryLedger, PlannedDelivery, PrintLedger } from '#ports/ledger/ledger.ts';
import type { ManualPrintLedger, ObservationLedger } from '#ports/ledger/release-ledger.ts';

export type DeliveriesReport = {
  /** Latest release first. */
  readonly traces: readonly DeliveryTrace[];
  /** Absent where nothing was accepted yet, and in a replay, whose two clocks cannot be compared. */
  readonly lag?: DeliveryLag;
  readonly isReplay: boolean;
  readonly watermark?: string;
};

type DeliveriesDeps = {
  readonly ledger: Pick<PrintLedger, 'prints'> &
    Pick<ObservationLedger, 'polls'> &
    Pick<ManualPrintLedger, 'manualPrints'> &
    Pick<DecisionLedger, 'decision'> &
    Pick<DeliveryLedger, 'deliveries'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly about: { readonly mode: 'playground' | 'live' };
  readonly watermark?: string;
};

/** Releases that are shown, and those that the percentiles are taken of. */
const SHOWN = 6;
const MEASURED = 60;

/** Messages that are looked through: some six sessions follow each release. */
const MESSAGES = 2_000;

/** How the latest releases came to a server, from the source's answer to Discord's. */
export async function showDeliveries(
  { ledger, marketClock, about, watermark }: DeliveriesDeps,
  server: string,
): Promise<DeliveriesReport> {
  const isReplay = about.mode === 'playground';
  const received = await ledger.prints(marketClock.now());
  const manual = await ledger.manualPrints(server);
  const known = new Set(received.map(({ releaseId }) => releaseId));
  const prints = [...received, ...manual.filter(({ releaseId }) => !known.has(releaseId))]
    .toSorted((a, b) => b.receivedAt - a.receivedAt)
    .slice(0, MEASURED);
  const deliveries = await ledger.deliveries(server, MESSAGES);
  const traces = await Promise.all(prints.map((print) => traceOf(print, { server, ledger, deliveries })));
  const lag = isReplay ? undefined : lagOf(traces);
  return {
    traces: traces.slice(0, SHOWN),
    isReplay,
    ...(lag && { lag }),
    ...(watermark !== undefined && { watermark }),
  };
}

type Ways = {
  readonly server: string;
  readonly ledger: DeliveriesDeps['ledger'];
  readonly deliveries: readonly PlannedDelivery[];
};

async function traceOf(print: Print, { server, ledger, deliveries }: Ways): Promise<DeliveryTrace> {
  const { releaseId, receivedAt, source } = print;
  const first = (await ledger.polls(releaseId)).find(({ saw }) => saw === 'new');
  const id = evaluationId({ kind: 'print', session: '', releaseId });
  const decided = await ledger.decision(server, id);
  const planned = deliveries.find(({ alert }) => alert.key.startsWith(`${server}/${id}/`));
  return {
    releaseId,
    seenAt: first?.answeredAt ?? receivedAt,
    seenBy: first?.source ?? source,
    ...(decided && { evaluatedAt: decided.recordedAt }),
    ...(planned && { queuedAt: planned.plannedAt, delivery: planned.delivery }),
  };
}

function lagOf(traces: readonly DeliveryTrace[]): DeliveryLag | undefined {
  const lags = traces.flatMap(({ seenAt, delivery }) =>
    delivery?.state === 'sent' ? [delivery.at - seenAt] : [],
  );
  const p50 = percentile(lags, 0.5);
  const p95 = percentile(lags, 0.95);
  return p50 === undefined || p95 === undefined ? undefined : { count: lags.length, p50, p95 };
}

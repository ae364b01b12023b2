import type { ExposureReading } from '#domain/hedge/book-exposure.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import { unitExposure } from '#engine/plan/unit-exposure.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { Bound } from '#services/bind.ts';
import type { judgeNow } from './decide-now.ts';

/** The signal as it stands this moment. Evaluated on asking: nothing is stored and nothing moves. */
export type SignalReport = {
  readonly decision: Decision;
  readonly overview: VolatilityReport;
  readonly exposure: ExposureReading;
  /** Absent for a server that keeps no lots. */
  readonly standing?: HedgeReport;
  /** The last decision that was stored; absent before the first. */
  readonly last?: Decision;
  /** Printed on the answer; absent on live data. */
  readonly watermark?: string;
};

type SignalDeps = {
  readonly ledger: Pick<DecisionLedger, 'decisions'>;
  readonly judgeNow: Bound<typeof judgeNow>;
  readonly watermark?: string;
};

/**
 * The signal of one server as it stands this moment, beside the last decision that was stored.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function readSignal(
  { ledger, judgeNow: judge, watermark }: SignalDeps,
  server: string,
  signal: AbortSignal,
): Promise<SignalReport> {
  const { decision, inputs } = await judge(server, signal);
  const [last] = await ledger.decisions(server, 1);
  return {
    decision,
    overview: volatilityReport(inputs.snapshot, inputs.settings),
    exposure: unitExposure(inputs.book, decision, inputs.settings),
    ...(inputs.standing && { standing: inputs.standing }),
    ...(last && { last }),
    ...(watermark !== undefined && { watermark }),
  };
}

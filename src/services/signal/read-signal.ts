import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import { unitExposure } from '#engine/plan/unit-exposure.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { EvaluateNow } from './evaluate-now.ts';
import type { SignalReport } from '#services/index.ts';

export type ReadSignal = (server: string, signal: AbortSignal) => Promise<SignalReport>;

export type SignalParts = {
  readonly ledger: Pick<DecisionLedger, 'decisions'>;
  readonly evaluateNow: EvaluateNow;
  readonly watermark?: string;
};

/** The signal of one server as it stands this moment, beside the last decision that was stored. */
export function createReadSignal({ ledger, evaluateNow, watermark }: SignalParts): ReadSignal {
  return async (server, signal) => {
    const { decision, inputs } = await evaluateNow(server, signal);
    const [last] = await ledger.decisions(server, 1);
    return {
      decision,
      overview: volatilityReport(inputs.snapshot, inputs.settings),
      exposure: unitExposure(inputs.book, decision, inputs.settings),
      ...(inputs.standing && { standing: inputs.standing }),
      ...(last && { last }),
      ...(watermark !== undefined && { watermark }),
    };
  };
}

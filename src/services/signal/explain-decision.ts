import { canonicalJson } from '#domain/canonical-json.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { UnknownDecision } from '#domain/problem.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import type { DecisionLedger, RecordedDecision } from '#ports/ledger/ledger.ts';

export type DecisionReport = {
  readonly recorded: RecordedDecision;
  readonly overview: VolatilityReport;
  /** Whether evaluating the stored inputs again gives the same bytes. */
  readonly replay: 'same' | 'different';
  readonly watermark?: string;
};

/** Decisions offered to those who type the beginning of an id; Discord shows 25 at most. */
const OFFERED = 25;

/** How many decisions back an id may be looked for by its beginning. */
const SEARCHED = 200;

/** Any stored decision, with the proof that its inputs still lead to it. @throws UnknownDecision */
export async function explainDecision(
  { ledger, watermark }: { readonly ledger: Pick<DecisionLedger, 'decision'>; readonly watermark?: string },
  server: string,
  id: string,
): Promise<DecisionReport> {
  const recorded = await ledger.decision(server, id);
  if (!recorded) {
    throw new UnknownDecision(id);
  }
  const again = evaluate(recorded.inputs);
  return {
    recorded,
    overview: volatilityReport(recorded.inputs.snapshot, recorded.inputs.settings),
    replay: canonicalJson(again) === canonicalJson(recorded.decision) ? 'same' : 'different',
    ...(watermark !== undefined && { watermark }),
  };
}

/** Stored decisions whose id contains what was typed, newest first, for those who type the beginning of one. */
export async function findDecisions(
  { ledger }: { readonly ledger: Pick<DecisionLedger, 'decisions'> },
  server: string,
  typed: string,
): Promise<readonly Decision[]> {
  const wanted = typed.trim().toLowerCase();
  return (await ledger.decisions(server, SEARCHED))
    .filter(({ id }) => id.toLowerCase().includes(wanted))
    .slice(0, OFFERED);
}

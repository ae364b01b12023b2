import type { Session } from '#domain/market/session.ts';
import type { EvidenceId, Truth } from './evidence.ts';
import type { PrintClass } from '#domain/releases/print.ts';
import type { State } from './decision.ts';

/** Something that a reader relied on and that is otherwise with what is known now. */
export type DecisionChange =
  | { readonly of: 'rank'; readonly was: State; readonly is: State }
  | { readonly of: 'target' | 'step'; readonly was: number; readonly is: number }
  | { readonly of: 'evidence'; readonly id: EvidenceId; readonly was: Truth; readonly is: Truth }
  | {
      readonly of: 'print';
      readonly was: PrintClass | 'unclassified';
      readonly is: PrintClass | 'unclassified';
    }
  | { readonly of: 'degraded'; readonly was: number; readonly is: number };

/** A datum that was another one when the decision was made. Absent: it was, or is, not there. */
export type InputChange = {
  readonly series: 'RUT' | 'SPX' | 'VIX' | 'VIX3M' | 'VIX9D' | 'RVX' | 'small-cap A/D' | 'large-cap A/D';
  readonly session: Session;
  /** Index points, or advances less declines. */
  readonly was?: number;
  readonly is?: number;
};

/** What a decision of an earlier close would be with what is known now. */
export type Correction = {
  readonly decisionId: string;
  /** Epoch milliseconds (UTC) of the decision. */
  readonly decidedAt: number;
  readonly changes: readonly DecisionChange[];
  /** Newest first, at most five. */
  readonly inputs: readonly InputChange[];
  /** Whether the state's evidence, the target or the step would be another, and not only what is shown beside them. */
  readonly isConclusion: boolean;
};

import type { Decision, DegradedReason } from './decision.ts';
import type { ExposureFault } from '#domain/hedge/hedge-report.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Session } from '#domain/market/session.ts';
import type { SourcedFigures } from '#domain/releases/poll.ts';

/** What could not be relied on, and what it held up. */
export type Degradation =
  /** The day's official evaluation was made without inputs that it needs. */
  | {
      readonly about: 'decision';
      readonly decisionId: Decision['id'];
      readonly session: Session;
      readonly reasons: readonly DegradedReason[];
    }
  /** A decision was made without the exposure of the server's book beside it. */
  | { readonly about: 'book'; readonly decisionId: Decision['id']; readonly fault: ExposureFault }
  /** The day's official evaluation could not be made so far: nobody gave closes. */
  | { readonly about: 'no-market'; readonly session: Session; readonly source: string }
  /** Figures are there, and could not be judged so far: nobody gave closes. */
  | { readonly about: 'print-unjudged'; readonly release: Release; readonly source: string }
  /** Two sources of figures disagree on a print. */
  | { readonly about: 'print-disputed'; readonly release: Release; readonly looks: readonly SourcedFigures[] }
  /** Sources that failed when they were last asked and have not answered for a day. */
  | {
      readonly about: 'silent';
      readonly sources: readonly {
        readonly source: string;
        /** Epoch milliseconds (UTC); absent where it never answered. */
        readonly since?: number;
        /** Why it failed last, without secrets. */
        readonly words: string;
      }[];
    };

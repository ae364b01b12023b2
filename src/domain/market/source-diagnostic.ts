import type { Session } from './session.ts';

/** What one source says one number is. */
export type SourcedValue = { readonly source: string; readonly value: number };

/** What every diagnostic says of itself. */
type FindingFacts = {
  /** What it is about, such as `RUT`, `SPX chain`, `VIX futures` or `breadth`. */
  readonly subject: string;
  /** Epoch milliseconds (UTC), wall clock: when it was found. */
  readonly at: number;
};

/** Something that was noticed about the sources while prices were gathered. */
export type SourceDiagnostic = FindingFacts &
  (
    | {
        /** A source did not answer, or answered in a form that we do not know; the next one was asked. */
        readonly kind: 'refused';
        readonly source: string;
        readonly code: 'source-unavailable' | 'source-changed';
        /** Why, without secrets. */
        readonly detail: string;
      }
    | {
        /** Values that no market can have were left out: not positive, not finite, or absurdly far from the rest. */
        readonly kind: 'impossible';
        readonly source: string;
        /** Each as the source wrote it, such as `2026-11-25: 0`; a few of them, oldest first. */
        readonly values: readonly string[];
        readonly count: number;
      }
    | {
        /** Sessions of the exchange calendar that nobody's series has whole. They stay holes. */
        readonly kind: 'missing';
        /** Oldest first. */
        readonly sessions: readonly Session[];
      }
    | {
        /** The last close: providers that are independent of each other agree on it. */
        readonly kind: 'confirmed';
        readonly session: Session;
        /** Ours first. */
        readonly values: readonly SourcedValue[];
      }
    | {
        /** The last close: nobody else has it, or another provider says otherwise. */
        readonly kind: 'provisional';
        readonly session: Session;
        /** Ours first; alone where nobody else has it. */
        readonly values: readonly SourcedValue[];
      }
    | {
        /** A fund stands in for an index that nobody gave. */
        readonly kind: 'proxy';
        readonly fund: string;
      }
  );

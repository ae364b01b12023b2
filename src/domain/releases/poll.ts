import type { Figures } from './print.ts';
import type { ReleaseKind } from './release.ts';

/** One time that a source was asked for a release's figures, and what it showed. */
export type Poll = {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  readonly source: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly askedAt: number;
  readonly answeredAt: number;
  /** `old`: figures that were known before. `failed`: it did not answer, or not in a form that we know. */
  readonly saw: 'nothing' | 'old' | 'new' | 'failed';
  /** What it showed: the month and the raw values; absent where it showed nothing. */
  readonly referenceMonth?: string;
  readonly values?: string;
  /** The same as changes; absent on polls that were kept before these were. */
  readonly figures?: Figures;
};

import type { Ledger } from '#ports/ledger/ledger.ts';

/** Asks a fresh ledger for one act twenty times at once, and proves that nothing was lost or doubled. */
export type Prove = (ledger: Ledger) => Promise<void>;

export const TWENTY = Array.from({ length: 20 }, (_, place) => place);

/** All twenty are begun before any of them has ended. */
export const together = <Answer>(act: (place: number) => Promise<Answer>): Promise<readonly Answer[]> =>
  Promise.all(TWENTY.map(act));

export const count = (answers: readonly unknown[], answer: unknown): number =>
  answers.filter((each) => each === answer).length;

export const distinct = (answers: readonly unknown[]): number => new Set(answers).size;

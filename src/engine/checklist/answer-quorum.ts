import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { PrintAgreement } from '#domain/releases/print.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

const ANSWERS = {
  provisional: { status: 'watch', finding: 'quorum-one' },
  confirmed: { status: 'ok', finding: 'quorum-agreed' },
  disputed: { status: 'act', finding: 'quorum-disputed' },
} as const satisfies Record<PrintAgreement, Pick<ChecklistAnswer, 'status' | 'finding'>>;

/** Do two sources agree on the latest print? Nothing where nobody compares, as on recorded data. */
export function answerQuorum({ prints }: Pick<Snapshot, 'prints'>): readonly ChecklistAnswer[] {
  const latest = prints.at(-1);
  if (!latest?.standing) {
    return [];
  }
  const { kind, looks } = latest.standing;
  const facts = [latest.print.releaseId, looks.map(({ source }) => source).join(', ')];
  return [{ item: 'print-quorum', number: 15, measures: [], ...ANSWERS[kind], facts }];
}

import { describe, expect, it } from 'vitest';
import type { PrintAgreement } from '#domain/releases/print.ts';
import { answerQuorum } from '#engine/checklist/answer-steward.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

const PRINT = aKnownPrint();

function answer(kind: PrintAgreement) {
  const look = (source: string) => ({ source, figures: PRINT.print.figures, at: 0 });
  return answerQuorum({ prints: [{ ...PRINT, standing: { kind, looks: [look('BLS'), look('FRED')] } }] })[0];
}

describe('answerQuorum', () => {
  it('stays open until two sources agree on the latest print', () => {
    expect(answer('provisional')).toMatchObject({ status: 'watch', finding: 'quorum-one' });
    expect(answer('disputed')).toMatchObject({ status: 'act', finding: 'quorum-disputed' });
    expect(answer('confirmed')).toMatchObject({ status: 'ok', finding: 'quorum-agreed' });
  });

  it('names the release and everybody who has shown it', () => {
    expect(answer('confirmed')?.facts).toEqual([PRINT.print.releaseId, 'BLS, FRED']);
  });

  it('is not asked on recorded data, where nobody compares', () => {
    expect(answerQuorum({ prints: [PRINT] })).toEqual([]);
    expect(answerQuorum({ prints: [] })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createSourceTally } from '#adapters/http/source-tally.ts';
import { USUAL_TERMS } from '#adapters/http/web-terms.ts';
import { SourceChanged } from '#domain/problem.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';
import { createPassingSourceLedger } from '#adapters/cache/passing-source-ledger.ts';

describe('createSourceTally', () => {
  it('writes no key into the log or the ledger, wherever it stood', async () => {
    const lines: unknown[] = [];
    const write = (...line: readonly unknown[]): void => {
      lines.push(line);
    };
    const tally = createSourceTally(
      { ...USUAL_TERMS, source: 'rates', hosts: [], secrets: ['k3y'] },
      {
        userAgent: 'test',
        wallClock: createBenchClock([], 0),
        ledger: createPassingSourceLedger(),
        chance: () => 0,
        log: { info: write, warn: write, error: write },
      },
    );
    const problem = new SourceChanged('rates', 'no page at /k3y/rates');
    await tally.failed({ kind: 'failure', problem, isPassing: false });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify([lines, await tally.health()])).toContain('[hidden]');
    expect(JSON.stringify([lines, await tally.health()])).not.toContain('k3y');
  });
});

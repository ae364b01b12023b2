import { describe, expect, it } from 'vitest';
import { createSourceTally } from '#adapters/http/source-tally.ts';
import { DEFAULT_POLICY } from '#adapters/http/client-policy.ts';
import { SourceChanged } from '#domain/problem.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';
import { createInMemorySourceLedger } from '#adapters/cache/in-memory-source-ledger.ts';

describe('createSourceTally', () => {
  it('writes no key into the log or the ledger, wherever it stood', async () => {
    const lines: unknown[] = [];
    const write = (...line: readonly unknown[]): void => {
      lines.push(line);
    };
    const tally = createSourceTally(
      { ...DEFAULT_POLICY, source: 'rates', hosts: [], secrets: ['k3y'] },
      {
        userAgent: 'test',
        wallClock: createBenchClock([], 0),
        ledger: createInMemorySourceLedger(),
        chance: () => 0,
        log: { info: write, warn: write, error: write },
      },
    );
    const problem = new SourceChanged('rates', 'no page at /k3y/rates');
    await tally.failed({ kind: 'failure', problem, isTransient: false });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify([lines, await tally.health()])).toContain('[hidden]');
    expect(JSON.stringify([lines, await tally.health()])).not.toContain('k3y');
  });
});

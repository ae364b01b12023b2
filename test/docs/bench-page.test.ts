import { describe, expect, it } from 'vitest';
import { benchPage } from '#test/bench/write-results.ts';

describe('benchPage', () => {
  const page = benchPage(
    {
      rows: [{ what: 'one chart', ours: 81.4, unit: 'ms', bar: { kind: 'limit', most: 120 } }],
      machine: 'Node v24.21.0, 2 cores',
      summary: '1 of 1 bars held, in 2.0 s.',
    },
    { day: '2026-12-01', commit: 'abc1234' },
  );

  it('says when, on what and at which commit it was measured', () => {
    expect(page).toContain('2026-12-01, commit abc1234.');
    expect(page).toContain('Node v24.21.0, 2 cores. 1 of 1 bars held, in 2.0 s.');
  });

  it('has the table of the terminal', () => {
    expect(page).toMatch(/one chart +81\.4 ms +limit: 120 ms +0\.68 +1\.00 +pass/);
  });
});

import { describe, expect, it } from 'vitest';
import { createSourceFindings } from '#adapters/diagnostics/source-findings.ts';
import type { SourceFinding } from '#domain/market/source-finding.ts';

function watched() {
  const lines: string[] = [];
  const log = {
    info: (event: string) => void lines.push(`info ${event}`),
    warn: (event: string) => void lines.push(`warn ${event}`),
    error: () => undefined,
  };
  return { findings: createSourceFindings(log), lines };
}

const refused: SourceFinding = {
  kind: 'refused',
  subject: 'RUT',
  source: 'Cboe',
  at: 1,
  code: 'source-unavailable',
  detail: 'Cboe is not answering',
};

const values = [{ source: 'Cboe', value: 2217.63 }];

describe('createSourceFindings', () => {
  it('keeps the latest of each subject, newest first', () => {
    const { findings } = watched();
    findings.record(refused);
    findings.record({ ...refused, subject: 'SPX', at: 2 });
    findings.record({ ...refused, at: 3 });
    expect(findings.latest().map(({ subject, at }) => [subject, at])).toEqual([
      ['RUT', 3],
      ['SPX', 2],
    ]);
  });

  it('logs a finding once for as long as it says the same', () => {
    const { findings, lines } = watched();
    findings.record(refused);
    findings.record({ ...refused, at: 2 });
    findings.record({ ...refused, at: 3, detail: 'Cboe is resting' });
    expect(lines).toEqual(['warn source finding', 'warn source finding']);
  });

  it('forgets what is no longer so', () => {
    const { findings, lines } = watched();
    findings.record(refused);
    findings.forget({ kind: 'refused', subject: 'RUT', source: 'Cboe' });
    findings.record({ kind: 'provisional', subject: 'RUT', session: '2024-08-30', at: 3, values });
    findings.record({ kind: 'confirmed', subject: 'RUT', session: '2024-08-30', at: 4, values });
    expect(findings.latest().map(({ kind }) => kind)).toEqual(['confirmed']);
    expect(lines.at(-1)).toBe('info source finding');
  });
});

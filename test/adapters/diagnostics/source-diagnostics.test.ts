import { describe, expect, it } from 'vitest';
import { createSourceDiagnostics } from '#adapters/diagnostics/source-diagnostics.ts';
import type { SourceDiagnostic } from '#domain/market/source-diagnostic.ts';

function watched() {
  const lines: string[] = [];
  const log = {
    info: (event: string) => void lines.push(`info ${event}`),
    warn: (event: string) => void lines.push(`warn ${event}`),
    error: () => undefined,
  };
  return { diagnostics: createSourceDiagnostics(log), lines };
}

const refused: SourceDiagnostic = {
  kind: 'refused',
  subject: 'RUT',
  source: 'Cboe',
  at: 1,
  code: 'source-unavailable',
  detail: 'Cboe is not answering',
};

const values = [{ source: 'Cboe', value: 2217.63 }];

describe('createSourceDiagnostics', () => {
  it('keeps the latest of each subject, newest first', () => {
    const { diagnostics } = watched();
    diagnostics.record(refused);
    diagnostics.record({ ...refused, subject: 'SPX', at: 2 });
    diagnostics.record({ ...refused, at: 3 });
    expect(diagnostics.latest().map(({ subject, at }) => [subject, at])).toEqual([
      ['RUT', 3],
      ['SPX', 2],
    ]);
  });

  it('logs a diagnostic once for as long as it says the same', () => {
    const { diagnostics, lines } = watched();
    diagnostics.record(refused);
    diagnostics.record({ ...refused, at: 2 });
    diagnostics.record({ ...refused, at: 3, detail: 'Cboe is resting' });
    expect(lines).toEqual(['warn source diagnostic', 'warn source diagnostic']);
  });

  it('forgets what is no longer so', () => {
    const { diagnostics, lines } = watched();
    diagnostics.record(refused);
    diagnostics.forget({ kind: 'refused', subject: 'RUT', source: 'Cboe' });
    diagnostics.record({ kind: 'provisional', subject: 'RUT', session: '2024-08-30', at: 3, values });
    diagnostics.record({ kind: 'confirmed', subject: 'RUT', session: '2024-08-30', at: 4, values });
    expect(diagnostics.latest().map(({ kind }) => kind)).toEqual(['confirmed']);
    expect(lines.at(-1)).toBe('info source diagnostic');
  });
});

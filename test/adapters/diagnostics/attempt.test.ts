import { describe, expect, it } from 'vitest';
import { attempt } from '#adapters/diagnostics/attempt.ts';
import { createSourceDiagnostics } from '#adapters/diagnostics/source-diagnostics.ts';
import { SourceUnavailable } from '#domain/problem.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const about = { subject: 'RUT', source: 'Cboe', at: 1 };

describe('attempt', () => {
  it('records a refusal with what caused it, and forgets it once there is an answer', async () => {
    const diagnostics = createSourceDiagnostics(silent);
    const down = new SourceUnavailable('Cboe', { cause: new Error('HTTP 500') });
    const refused = await attempt(() => Promise.reject(down), diagnostics, about);
    expect(refused).toEqual({ isRefused: true, problem: down });
    expect(diagnostics.latest()).toMatchObject([
      { kind: 'refused', detail: 'Cboe is not answering: HTTP 500' },
    ]);
    expect(await attempt(() => Promise.resolve(7), diagnostics, about)).toEqual({
      isRefused: false,
      value: 7,
    });
    expect(diagnostics.latest()).toEqual([]);
  });

  it('passes on what nobody foresaw', async () => {
    const diagnostics = createSourceDiagnostics(silent);
    const bug = new TypeError('a bug');
    await expect(attempt(() => Promise.reject(bug), diagnostics, about)).rejects.toBe(bug);
    expect(diagnostics.latest()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { attempt } from '#adapters/diagnostics/attempt.ts';
import { createSourceFindings } from '#adapters/diagnostics/source-findings.ts';
import { SourceUnavailable } from '#domain/problem.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const about = { subject: 'RUT', source: 'Cboe', at: 1 };

describe('attempt', () => {
  it('records a refusal with what caused it, and forgets it once there is an answer', async () => {
    const findings = createSourceFindings(silent);
    const down = new SourceUnavailable('Cboe', { cause: new Error('HTTP 500') });
    const refused = await attempt(() => Promise.reject(down), findings, about);
    expect(refused).toEqual({ isRefused: true, problem: down });
    expect(findings.latest()).toMatchObject([{ kind: 'refused', detail: 'Cboe is not answering: HTTP 500' }]);
    expect(await attempt(() => Promise.resolve(7), findings, about)).toEqual({ isRefused: false, value: 7 });
    expect(findings.latest()).toEqual([]);
  });

  it('passes on what nobody foresaw', async () => {
    const findings = createSourceFindings(silent);
    const bug = new TypeError('a bug');
    await expect(attempt(() => Promise.reject(bug), findings, about)).rejects.toBe(bug);
    expect(findings.latest()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createBillRate } from '#adapters/live/bill-rate.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { ContextSeries } from '#ports/sources/market-data.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const signal = new AbortController().signal;
const NOW = newYorkInstant('2026-11-27', '10:00');

function rate(values: readonly { day: string; value: number }[] | Error) {
  const asked: string[] = [];
  const series: ContextSeries = {
    source: 'FRED',
    values(name, since) {
      asked.push(`${name} since ${since}`);
      return values instanceof Error
        ? Promise.reject(values)
        : Promise.resolve({ values, source: 'FRED', quality: 'delayed' });
    },
  };
  const diagnostics = recordedDiagnostics();
  const wallClock = { now: () => NOW, wait: () => Promise.resolve() };
  return { read: createBillRate({ series, diagnostics, wallClock }), asked, diagnostics };
}

describe('createBillRate', () => {
  it('turns the yield of the last day into a rate that compounds continuously', async () => {
    const { read } = rate([
      { day: '2026-11-24', value: 3.9 },
      { day: '2026-11-25', value: 3.85 },
    ]);
    const found = await read(NOW, signal);
    expect(found).toMatchObject({ known: true, source: 'FRED', asOf: newYorkInstant('2026-11-25', '16:00') });
    // Two half years at 1.925 % grow as far as e to this rate in one.
    expect(found.known && Math.exp(found.value)).toBeCloseTo(1.01925 ** 2, 12);
  });

  it('takes no yield of a day that has not come', async () => {
    const { read } = rate([
      { day: '2026-11-25', value: 3.85 },
      { day: '2026-11-30', value: 9 },
    ]);
    expect(await read(NOW, signal)).toMatchObject({ asOf: newYorkInstant('2026-11-25', '16:00') });
  });

  it('is unknown where the last yield is old, and where nobody answers', async () => {
    expect(await rate([{ day: '2026-11-16', value: 3.85 }]).read(NOW, signal)).toEqual({
      known: false,
      reason: 'stale',
    });
    const { read, diagnostics } = rate(new SourceUnavailable('FRED'));
    expect(await read(NOW, signal)).toEqual({ known: false, reason: 'not-supplied' });
    expect(diagnostics.recorded).toMatchObject([{ kind: 'refused', subject: 'rate', source: 'FRED' }]);
  });

  it('asks for the last days once', async () => {
    const { read, asked } = rate([{ day: '2026-11-25', value: 3.85 }]);
    await read(NOW, signal);
    await read(NOW + 60_000, signal);
    expect(asked).toEqual(['DGS3MO since 2026-11-17']);
  });

  it('may be below 0', async () => {
    const found = await rate([{ day: '2026-11-25', value: -0.05 }]).read(NOW, signal);
    expect(found.known && found.value).toBeCloseTo(-0.0005, 6);
  });
});

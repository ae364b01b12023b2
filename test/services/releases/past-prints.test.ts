import { describe, expect, it } from 'vitest';
import type { PastPrint, Print } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import { latestPrint } from '#services/releases/latest-print.ts';
import { pastPrints } from '#services/releases/past-prints.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

const { signal } = new AbortController();
const figuresOf = (core: number): Print['figures'] => ({
  headline: {},
  core: { actual: core },
  headlineYearly: {},
});

/** A print received by ourselves on a day, with its core change in ticks. */
function received(kind: ReleaseKind, dayZero: string, core: number): Print {
  return { ...aKnownPrint({ kind, dayZero }).print, figures: figuresOf(core) };
}

const fetched = (date: string, core: number): PastPrint => ({ date, figures: figuresOf(core) });

/** A ledger that holds prints, whenever they were received. */
const ledgerOf = (prints: readonly Print[]) => ({
  prints: async (until: number) => prints.filter(({ receivedAt }) => receivedAt <= until),
});

async function datesAndCores(
  earlier: readonly PastPrint[],
  own: readonly Print[],
  before: string,
): Promise<readonly unknown[]> {
  const deps = { past: { history: async () => earlier }, ledger: ledgerOf(own) };
  const prints = await pastPrints(deps, 'CPI', Date.parse(before), signal);
  return prints.map(({ date, figures }) => [date, figures.core.actual]);
}

describe('pastPrints', () => {
  it('puts what was received behind what was fetched, oldest first', async () => {
    const own = [received('CPI', '2014-09-17', 2), received('CPI', '2014-08-19', 3)];
    expect(await datesAndCores([fetched('2014-07-22', 4)], own, '2014-10-22T12:30Z')).toEqual([
      ['2014-07-22', 4],
      ['2014-08-19', 3],
      ['2014-09-17', 2],
    ]);
  });

  it('believes its own of a day that both have', async () => {
    const own = [received('CPI', '2014-08-19', 3)];
    expect(await datesAndCores([fetched('2014-08-19', 9)], own, '2014-10-22T12:30Z')).toEqual([
      ['2014-08-19', 3],
    ]);
  });

  it('leaves the other report out, and a print of the very instant', async () => {
    const own = [
      received('PPI', '2014-08-19', 1),
      received('CPI', '2014-08-19', 3),
      received('CPI', '2014-09-17', 2),
    ];
    expect(await datesAndCores([], own, '2014-09-17T12:30Z')).toEqual([['2014-08-19', 3]]);
  });

  it('asks for what was published before the instant, of the report alone', async () => {
    const asked: unknown[] = [];
    const past = {
      async history(...query: readonly unknown[]) {
        asked.push(query);
        return [];
      },
    };
    await pastPrints({ past, ledger: ledgerOf([]) }, 'PPI', 7, signal);
    expect(asked).toEqual([['PPI', 7, signal]]);
  });
});

describe('latestPrint', () => {
  const prints = [
    received('CPI', '2014-08-19', 3),
    received('CPI', '2014-09-17', 2),
    received('PPI', '2014-09-18', 1),
  ];

  it('is the last of its report, not of all', async () => {
    const latest = await latestPrint(ledgerOf(prints), 'CPI', Date.parse('2014-09-19'));
    expect(latest?.releaseId).toBe('CPI-2014-09-17');
  });

  it('is none that was received later', async () => {
    const latest = await latestPrint(ledgerOf(prints), 'CPI', Date.parse('2014-09-01'));
    expect(latest?.releaseId).toBe('CPI-2014-08-19');
    expect(await latestPrint(ledgerOf(prints), 'PPI', Date.parse('2014-09-01'))).toBeUndefined();
  });
});

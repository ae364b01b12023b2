import { describe, expect, it } from 'vitest';
import { createClevelandNowcast } from '#adapters/cleveland/cleveland-nowcast.ts';
import { CLEVELAND_POLICY } from '#adapters/cleveland/index.ts';
import type { Release } from '#domain/releases/release.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { BENCH_START } from '#test/support/http/http-bench.ts';

const MONTHS = fixture('cleveland/nowcast-month.shape-only.json');
const clock = { now: () => BENCH_START };
const signal = new AbortController().signal;

const JUNE: Release & { readonly referenceMonth: string } = {
  id: 'CPI-2023-07-12',
  kind: 'CPI',
  referenceMonth: '2023-06',
  status: 'scheduled',
  scheduledAt: BENCH_START + 3_600_000,
  source: 'BLS calendar',
  quality: 'recorded',
};

describeHttpSource('Cleveland Fed', {
  policy: CLEVELAND_POLICY,
  ask: (client, stop) => createClevelandNowcast({ client, clock }).forecasts(JUNE, BENCH_START, stop),
  body: () => MONTHS,
  renamed: (body) => body.replaceAll('CPI Inflation', 'CPI'),
});

function asked(release: Release = JUNE, body = MONTHS, now = BENCH_START) {
  return createClevelandNowcast({ client: answeringHttpClient(body), clock }).forecasts(release, now, signal);
}

describe('createClevelandNowcast', () => {
  it('gives the latest value of the month, to the nearest tick, and calls it a nowcast', async () => {
    expect(await asked()).toEqual({
      figures: { headline: { consensus: 8 }, core: { consensus: 9 }, headlineYearly: {} },
      source: 'Cleveland Fed',
      nature: 'nowcast',
      capturedAt: BENCH_START,
    });
  });

  it('takes the last value of the month, and knows no 0 below 0', async () => {
    const later = MONTHS.replace('"0.41"', '"0.43"').replace('"0.41"', '"-0.01"');
    expect((await asked(JUNE, later))?.figures.headline).toEqual({ consensus: 0 });
  });

  it('says nothing of another month, of a release whose month nobody knows, or of producer prices', async () => {
    const { referenceMonth: _, ...unknown } = JUNE;
    expect(await asked({ ...JUNE, referenceMonth: '2023-05' })).toBeUndefined();
    expect(await asked(unknown)).toBeUndefined();
    expect(await asked({ ...JUNE, kind: 'PPI' })).toBeUndefined();
  });

  it('asks once an hour', async () => {
    const client = answeringHttpClient(MONTHS);
    const source = createClevelandNowcast({ client, clock });
    await Promise.all([
      source.forecasts(JUNE, BENCH_START, signal),
      source.forecasts(JUNE, BENCH_START, signal),
    ]);
    expect(client.requests).toHaveLength(1);
  });

  it('says nothing once the release is due', async () => {
    expect(await asked(JUNE, MONTHS, JUNE.scheduledAt)).toBeUndefined();
    const late = createClevelandNowcast({ client: answeringHttpClient(MONTHS, JUNE.scheduledAt), clock });
    expect(await late.forecasts(JUNE, JUNE.scheduledAt - 1, signal)).toBeUndefined();
  });

  it('says nothing where nothing was computed yet', async () => {
    const empty = MONTHS.replaceAll(/"value": "[^"]*"/g, '"value": ""');
    expect(await asked(JUNE, empty)).toBeUndefined();
  });
});

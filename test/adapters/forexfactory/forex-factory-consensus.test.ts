import { describe, expect, it } from 'vitest';
import { createSteppedClock } from '#adapters/clock/stepped-clock.ts';
import { FOREX_FACTORY_POLICY } from '#adapters/forexfactory/index.ts';
import { createForexFactoryConsensus } from '#adapters/forexfactory/forex-factory-consensus.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Release } from '#domain/releases/release.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { BENCH_START } from '#test/support/http/http-bench.ts';

const WEEK = fixture('forexfactory/week-2020-05-12.composed.json');
const AT = Date.UTC(2020, 4, 12, 12, 30);
const HOUR = 3_600_000;
const signal = new AbortController().signal;

function release(kind: 'CPI' | 'PPI', scheduledAt: number): Release {
  return {
    id: `${kind}-2020-05-12`,
    kind,
    status: 'scheduled',
    scheduledAt,
    source: 'BLS calendar',
    quality: 'recorded',
  };
}

const CPI = release('CPI', AT);

/** The same week in which the bench's clock stands, with a release an hour ahead. */
const BENCH_WEEK = WEEK.replaceAll('2020-05-12T08:30', '2024-07-02T09:30');

describeHttpSource('ForexFactory', {
  policy: FOREX_FACTORY_POLICY,
  ask: (client, stop) =>
    createForexFactoryConsensus({ client, clock: { now: () => BENCH_START } }).forecasts(
      release('CPI', BENCH_START + HOUR),
      BENCH_START,
      stop,
    ),
  body: () => BENCH_WEEK,
  renamed: (body) => body.replaceAll('"forecast"', '"consensus"'),
});

function asked(body: string, given = CPI, now = AT - HOUR) {
  const clock = { now: () => now };
  return createForexFactoryConsensus({ client: answeringHttpClient(body, now), clock }).forecasts(
    given,
    now,
    signal,
  );
}

describe('createForexFactoryConsensus', () => {
  it('gives what was expected of consumer prices, with the moment at which it read so', async () => {
    // The page of that day: CPI -0.7 % after -0.4 %, core -0.2 % after -0.1 %.
    expect(await asked(WEEK)).toEqual({
      figures: {
        headline: { consensus: -14, previous: -8 },
        core: { consensus: -4, previous: -2 },
        headlineYearly: {},
      },
      source: 'ForexFactory',
      nature: 'survey',
      capturedAt: AT - HOUR,
    });
  });

  it('takes no figure of another country: China published on the same evening', async () => {
    const chinese = WEEK.replaceAll('"USD"', '"CNY"');
    expect(await asked(chinese)).toBeUndefined();
  });

  it('knows nothing of a release of another week, nor of a report that is not in this one', async () => {
    expect(await asked(WEEK, release('CPI', AT + 24 * HOUR), AT)).toBeUndefined();
    expect(await asked(WEEK, release('PPI', AT))).toBeUndefined();
    expect(await asked(fixture('forexfactory/week-2026-07-26.json'))).toBeUndefined();
  });

  it('knows nothing where the forecast is blank', async () => {
    const blank = WEEK.replace('"-0.7%"', '""').replace('"-0.2%"', '""');
    expect(await asked(blank)).toBeUndefined();
  });

  it('says when it read them, at the release and later too', async () => {
    const client = answeringHttpClient(WEEK, AT);
    const source = createForexFactoryConsensus({ client, clock: { now: () => AT } });
    expect(await source.forecasts(CPI, AT, signal)).toMatchObject({ nature: 'survey', capturedAt: AT });
  });

  it('asks once an hour, and says how old its answer is', async () => {
    const client = answeringHttpClient(WEEK, AT - 2 * HOUR);
    const clock = createSteppedClock(AT - 2 * HOUR);
    const source = createForexFactoryConsensus({ client, clock });
    await source.forecasts(CPI, clock.now(), signal);
    clock.moveTo(AT - HOUR - 1);
    const later = await source.forecasts(CPI, clock.now(), signal);
    expect(client.requests).toHaveLength(1);
    expect(later?.capturedAt).toBe(AT - 2 * HOUR);
    clock.moveTo(AT - HOUR);
    await source.forecasts(CPI, clock.now(), signal);
    expect(client.requests).toHaveLength(2);
  });

  it('refuses a forecast that it cannot read, and says which', async () => {
    const odd = asked(WEEK.replace('"-0.7%"', '"about -0.7%"'));
    await expect(odd).rejects.toThrow(SourceChanged);
    await expect(odd).rejects.toThrow('CPI m/m');
  });
});

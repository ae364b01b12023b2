import { describe, expect, it } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import type { ManualMark, Marks } from '#domain/book/mark.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { openOrder } from '#engine/plan/open-order.ts';
import { priceSources } from '#engine/valuation/price-book.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { sharePrices } from '#services/book/share-prices.ts';
import {
  listedVixCalls,
  vixCalls,
  WORKED_AS_OF,
  WORKED_CLOCK,
  WORKED_MARKS,
  WORKED_POSITIONS,
} from '#test/support/book/worked-book.ts';

const { signal } = new AbortController();
const MARKS: Marks = { ...WORKED_MARKS, ...listedVixCalls() };
const FUTURE: ManualMark = {
  of: { kind: 'future', expiry: '2026-03-18' },
  unit: 'price',
  value: 19.5,
  by: 'ann',
  at: WORKED_AS_OF,
};

/** Prices of one instant, and how often their source was asked. */
function setUp(answer: () => Promise<Marks> = async () => MARKS) {
  const requests: number[] = [];
  const marks = {
    source: 'test',
    marks: (now: number) => {
      requests.push(now);
      return answer();
    },
  };
  return { requests, prices: sharePrices({ marks, clock: WORKED_CLOCK }, WORKED_AS_OF) };
}

describe('sharePrices', () => {
  it('asks once for all, at its instant, and lets those without marks of their own share what is looked up', async () => {
    const { requests, prices } = setUp();
    const [one, other] = await Promise.all([prices([], signal), prices([], signal)]);
    expect(requests).toEqual([WORKED_AS_OF]);
    expect(other.volatilities).toBe(one.volatilities);
    expect(other.forwards).toBe(one.forwards);
  });

  it('gives a server’s own marks to that server alone, beside the same quotes', async () => {
    const { requests, prices } = setUp();
    const own = await prices([FUTURE], signal);
    const shared = await prices([], signal);
    expect(requests).toHaveLength(1);
    expect(own.board).toBe(shared.board);
    expect(own.forwards.future('2026-03-18')).toMatchObject({ value: 19.5, basis: 'manual' });
    expect(shared.forwards.future('2026-03-18')).toBeUndefined();
  });

  it('gives what somebody else looked up first as if nobody had', async () => {
    const { prices } = setUp();
    const settings = thresholds.defaults;
    const measure = (sources: ReturnType<typeof priceSources>, geometry = volGeometry()) => ({
      account: bookExposure({ positions: WORKED_POSITIONS, sources, geometry, settings }),
      order: openOrder({
        positions: { ...WORKED_POSITIONS, hedges: [vixCalls('short', ['2026-02-04', 25, 29])] },
        sources,
        geometry,
        filled: 0.6,
        asked: 0.7,
        direction: 'up',
        base: 0.6,
        session: '2026-01-05',
        window: { session: '2026-01-06', from: 0, until: 1, after: 'opening' },
        validUntil: 1,
        meaning: 'multiplier',
        style: 'delta',
        settings,
      }),
    });
    const geometry = volGeometry();
    const sources = await prices([], signal);
    measure(sources, geometry);
    expect(measure(sources, geometry)).toEqual(measure(priceSources(MARKS, WORKED_CLOCK)));
  });

  it('asks again where the first asker failed', async () => {
    const answers = [() => Promise.reject(new Error('aborted')), async () => MARKS];
    const { requests, prices } = setUp(
      () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')),
    );
    await expect(prices([], signal)).rejects.toThrow('aborted');
    expect((await prices([], signal)).marks.spx).toEqual(MARKS.spx);
    expect(requests).toHaveLength(2);
  });

  it('knows nothing but what people have marked where no source gives prices', async () => {
    const prices = sharePrices({ clock: WORKED_CLOCK }, WORKED_AS_OF);
    const { marks, forwards } = await prices([FUTURE], signal);
    expect(marks).toMatchObject({ asOf: WORKED_AS_OF, chains: {}, spx: { known: false } });
    expect(forwards.future('2026-03-18')?.value).toBe(19.5);
  });
});

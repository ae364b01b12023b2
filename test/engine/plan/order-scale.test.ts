import { describe, expect, it } from 'vitest';
import { orderUnits } from '#engine/plan/order-scale.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { listedVixCalls, vixCalls, workedSources } from '#test/support/book/worked-book.ts';

const marks = { sources: workedSources(listedVixCalls()), geometry: volGeometry() };

describe('orderUnits', () => {
  const bare = orderUnits([], marks);

  it('counts listed calls of 5 to 95 deltas, and the futures of their months', () => {
    const strikes = bare.calls.filter(({ expiry }) => expiry === '2026-02-04').map(({ strike }) => strike);
    expect(strikes).toContain(19);
    expect(strikes).not.toContain(10);
    expect(strikes).not.toContain(90);
    expect(bare.futures.map(({ expiry }) => expiry)).toEqual(['2026-02-04', '2026-04-25', '2026-08-13']);
    expect(bare.shares).toEqual([]);
  });

  it('adds a held call that nobody lists, once however many lots hold it, and not one that is listed', () => {
    const between = vixCalls('short', ['2026-02-04', 20.5, 4]);
    const listed = vixCalls('medium', ['2026-04-25', 30, 4]);
    const held = orderUnits([between, { ...between, id: 'H9' }, listed], marks);
    expect(held.calls.slice(0, -1)).toEqual(bare.calls);
    expect(held.calls.at(-1)).toMatchObject({ expiry: '2026-02-04', strike: 20.5 });
    expect(held.futures).toEqual(bare.futures);
  });
});

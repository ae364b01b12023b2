import { describe, expect, it } from 'vitest';
import { partKnown } from '#services/book/part-known.ts';
import { aCall, aCondor } from '#test/support/book/lots.ts';

const holding = (...lots: readonly ReturnType<typeof aCall>[]) => lots.map((lot) => ({ lot }));

describe('partKnown', () => {
  it('knows a lot again whatever its id, its layer and the day it was opened on', () => {
    const { layer: _, ...withoutLayer } = aCall({ id: 'row 1', openedOn: '2026-12-04' });
    const { fresh, known } = partKnown([{ lot: withoutLayer }], [aCall()]);
    expect([fresh.length, known.length]).toEqual([0, 1]);
  });

  it.each([
    ['quantity', { quantity: 5 }],
    ['strike', { strike: 23 }],
    ['expiry', { expiry: '2027-02-17' }],
    ['cost', { cost: 1.9 }],
    ['right', { right: 'put' as const }],
  ])('takes one of another %s for another lot', (_, otherwise) => {
    expect(partKnown(holding(aCall(otherwise)), [aCall()]).known).toEqual([]);
  });

  it('lets one held lot answer for one lot only', () => {
    const { fresh, known } = partKnown(holding(aCall(), aCall(), aCall()), [aCondor(), aCall(), aCall()]);
    expect([fresh.length, known.length]).toEqual([1, 2]);
  });
});

import fc from 'fast-check';
import type { Lot } from '#domain/book/lot.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const price = fc.double({ min: 0, max: 1e6, noNaN: true });
const hostileId = fc.oneof(
  fc.constantFrom('=cmd', '+1', '-2', '@SUM(A1)', 'a,b', 'a"b', "'=x", 'a;b', 'line\nbreak', 'C1'),
  fc.string({ minLength: 1 }),
);

/** Without blanks around, which a table does not keep, and without what no table holds. */
const id = hostileId.filter(
  (text) => text.trim() === text && text !== '' && !/(?!\n)\p{Cc}|\p{Cs}|\ufeff/u.test(text),
);

const facts = {
  id,
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  openedOn: day,
  isIllustration: fc.option(fc.constant(true as const), { nil: undefined }),
};
const hedge = {
  ...facts,
  kind: fc.constant('hedge' as const),
  layer: fc.option(fc.constantFrom('short' as const, 'medium' as const, 'long' as const), { nil: undefined }),
  cost: fc.option(price, { nil: undefined }),
};

const condor = fc.record({
  ...facts,
  kind: fc.constant('condor' as const),
  expiry: day,
  settlement: fc.constantFrom('AM' as const, 'PM' as const),
  strikes: fc.record({ longPut: price, shortPut: price, shortCall: price, longCall: price }),
  credit: fc.option(price, { nil: undefined }),
});
const option = fc.record({
  ...hedge,
  instrument: fc.constant('VIX' as const),
  right: fc.constantFrom('call' as const, 'put' as const),
  strike: price,
  expiry: day,
});
const future = fc.record({
  ...hedge,
  instrument: fc.constantFrom('VX' as const, 'VXM' as const),
  expiry: day,
});
const shares = fc.record({ ...hedge, instrument: fc.constantFrom('VXX' as const, 'UVXY' as const) });

/** Books of any lots at all, each with an id of its own, absent facts absent. */
export const arbitraryLots: fc.Arbitrary<readonly Lot[]> = fc
  .uniqueArray(fc.oneof(condor, option, future, shares), { selector: ({ id: own }) => own, maxLength: 20 })
  .map((lots) => lots.map((lot): Lot => JSON.parse(JSON.stringify(lot))));

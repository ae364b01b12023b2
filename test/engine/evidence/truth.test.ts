import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Truth } from '#domain/signal/evidence.ts';
import { allTrue, anyTrue, notTrue } from '#engine/evidence/truth.ts';

const truths = fc.array(fc.constantFrom<Truth>('true', 'false', 'unknown'), { minLength: 1, maxLength: 5 });

describe('allTrue and anyTrue', () => {
  it('know the answer only when whatever is unknown could not change it', () => {
    fc.assert(
      fc.property(truths, (claims) => {
        const asIf = (assumed: Truth) => claims.map((claim) => (claim === 'unknown' ? assumed : claim));
        for (const weigh of [allTrue, anyTrue]) {
          const [best, worst] = [weigh(asIf('true')), weigh(asIf('false'))];
          expect(weigh(claims)).toBe(best === worst ? best : 'unknown');
        }
      }),
    );
  });

  it('are each other’s mirror image', () => {
    fc.assert(
      fc.property(truths, (claims) => {
        expect(notTrue(allTrue(claims))).toBe(anyTrue(claims.map(notTrue)));
      }),
    );
  });
});

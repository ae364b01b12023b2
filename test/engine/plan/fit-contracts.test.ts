import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitContracts } from '#engine/plan/fit-contracts.ts';
import { largestRemainder } from '#engine/plan/largest-remainder.ts';

const three = <Value>(each: fc.Arbitrary<Value>) => fc.tuple(each, each, each);
const unit = fc.double({ min: 0.001, max: 0.1, noNaN: true });
const held = three(fc.integer({ min: 0, max: 60 }));
const weights = three(fc.integer({ min: 0, max: 9 })).filter((all) => all.some((weight) => weight > 0));

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe('fitContracts', () => {
  it('treats 0.4/0.4/0.2 like 4/4/2', () => {
    const one = { wanted: 0.25, units: [0.0106, 0.0075, 0.0048], held: [0, 0, 0] };
    expect(fitContracts({ ...one, weights: [0.4, 0.4, 0.2] })).toEqual(
      fitContracts({ ...one, weights: [4, 4, 2] }),
    );
  });

  it('takes the smaller of two as near', () => {
    // 2.5 contracts of 0.1: two miss by as much as three.
    const fit = fitContracts({ wanted: 0.25, units: [0.1], weights: [1], held: [0] });
    expect(fit).toMatchObject({ exactTotal: 2.5, whole: [2] });
  });

  it('opens the count that comes nearest of those around the exact one', () => {
    fc.assert(
      fc.property(
        three(unit),
        weights,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (units, parts, wanted) => {
          const fit = fitContracts({ wanted, units, weights: parts, held: [0, 0, 0] });
          const exact = fit?.exactTotal ?? Number.NaN;
          const errorOf = (counts: readonly number[]) =>
            Math.abs(total(counts.map((count, layer) => count * (units[layer] ?? 0))) - wanted);
          const errors = Array.from({ length: 5 }, (_, place) => Math.floor(exact) - 1 + place)
            .filter((count) => count >= 0 && count <= Math.ceil(exact) + 1)
            .map((count) => errorOf(largestRemainder(parts, count)));
          expect(errorOf(fit?.whole ?? [])).toBeLessThanOrEqual(Math.min(...errors) + 1e-9);
          expect(fit?.reached).toBeCloseTo(
            total((fit?.whole ?? []).map((count, layer) => count * (units[layer] ?? 0))),
            9,
          );
          expect(total(fit?.exact ?? [])).toBeCloseTo(exact, 6);
        },
      ),
    );
  });

  it('never closes more than is held, and as nearly as single contracts allow', () => {
    fc.assert(
      fc.property(three(unit), weights, held, fc.double({ min: -3, max: 0, noNaN: true }), (...inputs) => {
        const [units, parts, contracts, wanted] = inputs;
        const fit = fitContracts({ wanted, units, weights: parts, held: contracts });
        const closable = total(
          contracts.map((count, layer) => ((parts[layer] ?? 0) > 0 ? count * (units[layer] ?? 0) : 0)),
        );
        fit?.whole.forEach((count, layer) => {
          expect(count).toBeLessThanOrEqual(0);
          expect(-count).toBeLessThanOrEqual(contracts[layer] ?? 0);
        });
        const reachable = Math.max(wanted, -closable);
        expect(Math.abs((fit?.reached ?? Number.NaN) - reachable)).toBeLessThanOrEqual(
          Math.max(...units) + 1e-9,
        );
      }),
    );
  });

  it('has no answer where nothing weighs anything', () => {
    expect(fitContracts({ wanted: 1, units: [1, 1], weights: [0, 0], held: [5, 5] })).toBeUndefined();
    expect(fitContracts({ wanted: 1, units: [0, 0], weights: [1, 1], held: [5, 5] })).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionLeg } from '#adapters/book-files/leg-in-words.ts';
import { groupCondors } from '#adapters/book-files/group-condors.ts';
import type { Condor } from '#domain/book/lot.ts';
import { OPENED } from './book-file-text.ts';

const leg = fc.record({
  right: fc.constantFrom('put' as const, 'call' as const),
  strike: fc.integer({ min: 50, max: 58 }).map((hundreds) => hundreds * 100),
  quantity: fc.integer({ min: -5, max: 5 }).filter((quantity) => quantity !== 0),
  expiry: fc.constant('2026-01-16'),
  settlement: fc.constantFrom('AM' as const, 'PM' as const),
});
const legs = fc
  .array(leg, { maxLength: 24 })
  .map((all) => all.map((each, index): OptionLeg => ({ ...each, root: 'SPX', line: index + 2 })));

function condorsOf(all: readonly OptionLeg[]): readonly Omit<Condor, 'id'>[] {
  return groupCondors(all, OPENED).lots.flatMap(({ lot }) => (lot.kind === 'condor' ? [lot] : []));
}

/** Contracts by expiry, settlement, strike and right, sold ones counted down. */
function contracts(all: readonly (readonly [key: string, quantity: number])[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [key, quantity] of all) {
    total[key] = (total[key] ?? 0) + quantity;
  }
  return Object.fromEntries(Object.entries(total).filter(([, quantity]) => quantity !== 0));
}

function legsOf(condor: Omit<Condor, 'id'>): readonly (readonly [string, number])[] {
  const { expiry, settlement, quantity, strikes } = condor;
  const key = (strike: number, right: string): string => `${expiry} ${settlement} ${strike} ${right}`;
  return [
    [key(strikes.longPut, 'put'), quantity],
    [key(strikes.shortPut, 'put'), -quantity],
    [key(strikes.shortCall, 'call'), -quantity],
    [key(strikes.longCall, 'call'), quantity],
  ];
}

describe('groupCondors', () => {
  it('loses no contract and invents none', () => {
    fc.assert(
      fc.property(legs, (all) => {
        const left = groupCondors(all, OPENED).ignored.map(({ what }): [string, number] => {
          const [quantity, , ...key] = what.split(' ');
          return [key.join(' '), Number(quantity)];
        });
        expect(contracts([...condorsOf(all).flatMap(legsOf), ...left])).toEqual(
          contracts(
            all.map(({ expiry, settlement, strike, right, quantity }) => [
              `${expiry} ${settlement} ${strike} ${right}`,
              quantity,
            ]),
          ),
        );
      }),
    );
  });

  it('makes condors whose strikes ascend, and no others', () => {
    fc.assert(
      fc.property(legs, (all) => {
        for (const { strikes } of condorsOf(all)) {
          expect(strikes.longPut).toBeLessThan(strikes.shortPut);
          expect(strikes.shortPut).toBeLessThan(strikes.shortCall);
          expect(strikes.shortCall).toBeLessThan(strikes.longCall);
        }
      }),
    );
  });

  it('keeps what settles in the morning apart from what settles on the close', () => {
    const four = [
      { right: 'put', strike: 6500, quantity: 1 },
      { right: 'put', strike: 6600, quantity: -1 },
      { right: 'call', strike: 7100, quantity: -1 },
      { right: 'call', strike: 7200, quantity: 1 },
    ] as const;
    const at = (settlements: readonly ('AM' | 'PM')[]): readonly OptionLeg[] =>
      four.map((each, index) => ({
        ...each,
        root: 'SPX',
        expiry: '2026-01-16',
        settlement: settlements[index] ?? 'AM',
        line: index,
      }));
    expect(condorsOf(at(['AM', 'AM', 'AM', 'AM']))).toHaveLength(1);
    expect(condorsOf(at(['AM', 'AM', 'PM', 'PM']))).toEqual([]);
  });
});

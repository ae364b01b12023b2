import type { NamedOption } from './broker-row.ts';

/** One option of a broker's export. */
export type OptionLeg = Omit<NamedOption, 'kind'> & {
  readonly line: number;
  /** Contracts, negative for what was sold. */
  readonly quantity: number;
  /** Points that one contract was traded at; absent where nobody said. */
  readonly price?: number;
};

/** A leg in words, such as `-2 SPX 2026-01-16 PM 5600 put`. */
export function legInWords({ quantity, root, expiry, settlement, strike, right }: OptionLeg): string {
  return [quantity, root, expiry, ...(root === 'SPX' ? [settlement] : []), strike, right].join(' ');
}

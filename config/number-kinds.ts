import { z } from 'zod';
import type { ValueKind } from './value-kind.ts';

export type NumberLimits = {
  readonly least: number;
  readonly most: number;
  /** Places behind the point, shown always and taken at most. */
  readonly decimals: number;
  /** Units that may be typed behind the number, in lower case. */
  readonly units?: readonly string[];
  /** Whether `60 %` is read as 0.60. */
  readonly asPercent?: boolean;
};

const PERCENT = ['%', 'percent'];

/** Digits with a point or a comma before the decimals, and a unit in words or signs. */
const NUMBER = /^([+-]?)(\d+(?:[.,]\d*)?|[.,]\d+) ?(\D*)$/;

type Typed = { readonly value: number; readonly unit: string };

function typed(text: string): Typed | undefined {
  const plain = text.trim().toLowerCase().replaceAll(/[−–]/g, '-').replaceAll(/\s+/g, ' ');
  const [, sign, digits = '', unit = ''] = NUMBER.exec(plain) ?? [];
  return sign === undefined ? undefined : { value: Number(`${sign}${digits.replace(',', '.')}`) + 0, unit };
}

/** A number with a fixed count of decimals. */
export function decimal(limits: NumberLimits): ValueKind<number> {
  const { least, most, decimals, units = [], asPercent = false } = limits;
  const places = decimals === 1 ? 'one decimal' : `${decimals} decimals`;
  return {
    schema: z
      .number()
      .min(least)
      .max(most)
      .refine((value) => Number(value.toFixed(decimals)) === value, `has more than ${places}`),
    read(text) {
      const { value, unit } = typed(text) ?? { value: undefined, unit: '' };
      if (value !== undefined && asPercent && PERCENT.includes(unit)) {
        return Number((value / 100).toPrecision(15));
      }
      return unit === '' || units.includes(unit) ? value : undefined;
    },
    show: (value) => value.toFixed(decimals),
    range: `${least.toFixed(decimals)} to ${most.toFixed(decimals)}`,
    expected: `a number between ${least.toFixed(decimals)} and ${most.toFixed(decimals)}, with at most ${places}`,
  };
}

/** `1,000` might mean a thousand or one, so it is not guessed. */
const GROUPED = /\d[.,]\d{3}(?!\d)/;

/** A whole number. */
export function whole(least: number, most: number, units: readonly string[] = []): ValueKind<number> {
  return {
    schema: z.int().min(least).max(most),
    read(text) {
      const { value, unit } = typed(text) ?? { value: undefined, unit: '' };
      return !GROUPED.test(text) && (unit === '' || units.includes(unit)) ? value : undefined;
    },
    show: (value) => String(value),
    range: `${least} to ${most}`,
    expected: `a whole number between ${least} and ${most}`,
  };
}

/** One of a few whole numbers. */
export function oneOf(...numbers: readonly number[]): ValueKind<number> {
  const words = numbers.map(String);
  return {
    schema: z.int().refine((value) => numbers.includes(value), `is none of ${words.join(', ')}`),
    read: (text) => (words.includes(text.trim()) ? Number(text) : undefined),
    show: (value) => String(value),
    range: words.join(', '),
    expected: `one of ${words.join(', ')}`,
    choices: words,
  };
}

/** Three numbers of one kind, written as `12/26/9`; commas, semicolons and blanks may stand between them too. */
export function three(
  kind: ValueKind<number>,
  example: string,
): ValueKind<readonly [number, number, number]> {
  return {
    schema: z.tuple([kind.schema, kind.schema, kind.schema]).readonly(),
    read: (text, [present]) =>
      text
        .trim()
        .split(/\s*[/,;]\s*|\s+/)
        .map((part) => kind.read(part, present)),
    show: (values) => values.map((value) => kind.show(value)).join('/'),
    range: `three of ${kind.range}`,
    expected: `three numbers such as ${example}, each ${kind.expected}`,
  };
}

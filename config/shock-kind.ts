import { z } from 'zod';
import { decimal } from './number-kinds.ts';
import type { ValueKind } from './value-kind.ts';

const SPX = decimal({ least: -20, most: 20, decimals: 1, units: ['%', 'percent'] });
const VIX = decimal({ least: -20, most: 60, decimals: 1, units: ['points', 'point', 'pts'] });

/** A move of SPX in percent and of the VIX in points, written as `-4,+10`; a slash may stand between them too. */
export function shockKind(): ValueKind<readonly [number, number]> {
  return {
    schema: z.tuple([SPX.schema, VIX.schema]).readonly(),
    read(text, [spot, vix]) {
      const [first = '', second = '', ...more] = text.split(/[,;/]/);
      return more.length > 0 ? undefined : [SPX.read(first, spot), VIX.read(second, vix)];
    },
    show: ([spot, vix]) => `${signed(spot)},${signed(vix)}`,
    range: `SPX ${SPX.range}, VIX ${VIX.range}`,
    expected: 'SPX in percent from -20 to 20 and VIX in points from -20 to 60, such as -4,+10',
  };
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : `${value}`;
}

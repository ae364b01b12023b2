import type { CellFault } from '#domain/book/book-file.ts';
import type { Delimiter } from './split-cells.ts';

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const COMMA_DECIMAL = /^[+-]?\d+,\d+$/;
const COMMA_GROUPS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const POINT_GROUPS = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/;
const BLANK_GROUPS = /^[+-]?\d{1,3}([\u0020\u00a0\u202f']\d{3})+([.,]\d+)?$/;

/**
 * A number as people and spreadsheets write it.
 *
 * Where cells are parted by semicolons, commas part decimals and points thousands; there a single mark before three
 * digits may be either and is not guessed. Elsewhere it is the other way round.
 */
export function readNumber(typed: string, delimiter: Delimiter): number | CellFault {
  const bare = typed.replace(/^\$/, '');
  const isContinental = delimiter === ';';
  if (isContinental && (/^[+-]?\d{1,3}[.,]\d{3}$/.test(bare) || COMMA_GROUPS.test(bare))) {
    const point = Number(bare.replace(',', '.'));
    const whole = Number(bare.replaceAll(/[.,]/g, ''));
    return Number.isNaN(point)
      ? { kind: 'no-number', typed }
      : { kind: 'ambiguous-number', typed, readings: [point, whole] };
  }
  const text = normalised(bare, isContinental);
  return text === undefined || !Number.isFinite(Number(text)) ? { kind: 'no-number', typed } : Number(text);
}

function normalised(text: string, isContinental: boolean): string | undefined {
  if (PLAIN.test(text)) {
    return text;
  }
  if (BLANK_GROUPS.test(text)) {
    return text.replaceAll(/[\s']/g, '').replace(',', '.');
  }
  if (isContinental) {
    return COMMA_DECIMAL.test(text) || POINT_GROUPS.test(text)
      ? text.replaceAll('.', '').replace(',', '.')
      : undefined;
  }
  return COMMA_GROUPS.test(text) ? text.replaceAll(',', '') : undefined;
}

import type { CondorStrikes } from '#domain/book/lot.ts';
import type { Drafted } from './drafted.ts';

const BETWEEN = /[/\s,;]+/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Four strikes typed as one text, such as `5600/5700/6250/6350`; blanks, commas and semicolons separate too. */
export function readStrikes(typed: string): Drafted<CondorStrikes> {
  const words = typed.trim().split(BETWEEN);
  const [longPut, shortPut, shortCall, longCall, ...more] = words.map(Number);
  const isReadable = words.every((word) => NUMBER.test(word)) && more.length === 0;
  return isReadable &&
    longPut !== undefined &&
    shortPut !== undefined &&
    shortCall !== undefined &&
    longCall !== undefined
    ? { meant: { longPut, shortPut, shortCall, longCall } }
    : { faults: [{ kind: 'strikes-unreadable', typed }] };
}

import type { Settings } from '#domain/settings/settings.ts';

/** VIX levels between which the middle number of days is taken, both included. */
const CALM = 16;
const TENSE = 20;

/** Days that wings are rolled out by: the first below a VIX of 16, the second from 16 to 20, the third above. */
export function shiftDays(vix: number, [calm, middle, tense]: Settings['timeShift.days']): number {
  if (vix < CALM) {
    return calm;
  }
  return vix <= TENSE ? middle : tense;
}

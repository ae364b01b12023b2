import { three, whole } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { deviations, percent } from './usual-units.ts';
import { choice } from './value-kind.ts';

/** How near a break-even may come, and how a tested side is rolled. */
export const CONDOR_RULES: Rules<KeyOf<'timeShift' | 'breakEven' | 'edr'>> = {
  'timeShift.mode': {
    group: 'Condors',
    meaning:
      'Which Time-Shift is proposed: out by one to three weeks for a credit, or a few days at the last.',
    unit: '',
    usual: 'shift',
    kind: choice('shift', 'theta'),
  },
  'timeShift.days': {
    group: 'Condors',
    meaning: 'Days that wings are rolled out by: VIX below 16, 16 to 20, above 20.',
    unit: 'days',
    usual: [7, 14, 21],
    kind: three(whole(7, 21, ['days', 'd']), '7/14/21'),
  },
  'timeShift.portion': {
    group: 'Condors',
    meaning: 'Part of the tested short side that is rolled.',
    unit: 'percent',
    usual: 25,
    kind: percent(1, 100),
  },
  'breakEven.minZ': {
    group: 'Condors',
    meaning: 'Standard deviations to expiry that should lie between SPX and the nearer break-even.',
    unit: 'standard deviations',
    usual: 0.5,
    kind: deviations(0.1, 3),
  },
  'breakEven.confirmedZ': {
    group: 'Condors',
    meaning: 'The same while the signal is confirmed.',
    unit: 'standard deviations',
    usual: 0.7,
    kind: deviations(0.1, 3),
  },
  'edr.mode': {
    group: 'Condors',
    meaning: 'What the expected daily range is read from; the blend takes 65 % VIX9D and 35 % realised.',
    unit: '',
    usual: 'vix9d',
    kind: choice('vix9d', 'vix', 'blend'),
  },
};

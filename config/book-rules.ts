import { decimal, three, whole } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { percent, ratio } from './usual-units.ts';
import { choice, optional } from './value-kind.ts';

const DAYS = ['days', 'd'];
const days = (least: number, most: number): ReturnType<typeof whole> => whole(least, most, DAYS);
const times = decimal({ least: 0.1, most: 5, decimals: 2 });
const deviations = decimal({ least: 0.5, most: 4, decimals: 2 });

/** How positions are measured, layered, struck, rolled and paid for. */
export const BOOK_RULES: Rules<
  KeyOf<'timeShift' | 'strike' | 'layers' | 'breakEven' | 'budget'> | 'exposure.expirations'
> = {
  'exposure.expirations': {
    group: 'Exposure',
    meaning: 'Hedge expirations that the ratio is measured over, nearest first.',
    unit: 'expirations',
    usual: 3,
    kind: whole(1, 6),
  },
  'timeShift.days': {
    group: 'Condors',
    meaning: 'Days that wings are rolled out by: VIX below 16, 16 to 20, above 20.',
    unit: 'days',
    usual: [7, 14, 21],
    kind: three(days(7, 21), '7/14/21'),
  },
  'timeShift.portion': {
    group: 'Condors',
    meaning: 'Part of the tested short side that is rolled.',
    unit: 'percent',
    usual: 25,
    kind: percent(1, 100),
  },
  'strike.sdMin': {
    group: 'Layers',
    meaning: 'Added calls are struck at least so many standard deviations above the VIX future.',
    unit: 'standard deviations',
    usual: 1.5,
    kind: deviations,
  },
  'strike.sdMax': {
    group: 'Layers',
    meaning: 'Added calls are struck at most so many standard deviations above the VIX future.',
    unit: 'standard deviations',
    usual: 2,
    kind: deviations,
  },
  'strike.mode': {
    group: 'Layers',
    meaning: 'How standard deviations become a strike.',
    unit: '',
    usual: 'lognormal',
    kind: choice('lognormal', 'linear'),
  },
  'layers.days': {
    group: 'Layers',
    meaning: 'Days to expiry with which the short, medium and long layer begin.',
    unit: 'days',
    usual: [30, 110, 220],
    kind: three(days(7, 400), '30/110/220'),
  },
  'layers.perTenCondors': {
    group: 'Layers',
    meaning: 'VIX calls of the short, medium and long layer for ten condors.',
    unit: 'contracts',
    usual: [4, 4, 2],
    kind: three(whole(0, 100), '4/4/2'),
  },
  'layers.delta': {
    group: 'Layers',
    meaning: 'Delta of the calls that are always held.',
    unit: 'delta',
    usual: 0.5,
    kind: ratio(0.05, 0.95),
  },
  'layers.rollAge': {
    group: 'Layers',
    meaning: 'Days held after which a layer is due to be rolled.',
    unit: 'days',
    usual: [25, 90, 180],
    kind: three(days(1, 400), '25/90/180'),
  },
  'layers.daysFloor': {
    group: 'Layers',
    meaning: 'Days left at which a layer is due to be rolled, whatever its age.',
    unit: 'days',
    usual: [5, 15, 30],
    kind: three(days(1, 200), '5/15/30'),
  },
  'breakEven.buffer': {
    group: 'Condors',
    meaning: 'Expected daily ranges that should lie between SPX and the nearer break-even.',
    unit: 'times',
    usual: 1,
    kind: times,
  },
  'breakEven.confirmedBuffer': {
    group: 'Condors',
    meaning: 'The same while the signal is confirmed.',
    unit: 'times',
    usual: 1.25,
    kind: times,
  },
  'budget.annualPercent': {
    group: 'Budget',
    meaning: 'What the hedge may cost in a year, of the capital.',
    unit: 'percent',
    usual: 2,
    kind: percent(0.1, 20),
  },
  'budget.capital': {
    group: 'Budget',
    meaning: 'Capital that the hedge budget is a part of.',
    unit: 'dollars',
    usual: null,
    kind: optional(whole(1_000, 1_000_000_000, ['dollars', 'usd', '$']), 0),
  },
};

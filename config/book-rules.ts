import { decimal, three, whole } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { percent, ratio } from './usual-units.ts';
import { choice, optional } from './value-kind.ts';

const DAYS = ['days', 'd'];
const days = (least: number, most: number): ReturnType<typeof whole> => whole(least, most, DAYS);
const deviations = decimal({ least: 0.5, most: 4, decimals: 2 });

/** How the hedge is layered, struck, rolled and paid for. */
export const BOOK_RULES: Rules<KeyOf<'strike' | 'layers' | 'budget'> | 'exposure.expirations'> = {
  'exposure.expirations': {
    group: 'Exposure',
    meaning: 'Hedge expirations that the ratio is measured over, nearest first.',
    unit: 'expirations',
    usual: 3,
    kind: whole(1, 6),
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

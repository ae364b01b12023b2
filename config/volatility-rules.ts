import { decimal, three } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { percent, points } from './usual-units.ts';
import { choice } from './value-kind.ts';

/** What the level of volatility and the days around the Fed do to steps up. */
export const VOLATILITY_RULES: Rules<KeyOf<'smallCapVol' | 'term' | 'vix' | 'fomc'>> = {
  'smallCapVol.multiple': {
    group: 'Volatility',
    meaning: 'RVX less VIX is high above so many times its mean of 90 sessions.',
    unit: 'times',
    usual: 1.25,
    kind: decimal({ least: 1, most: 5, decimals: 2 }),
  },
  'term.flat': {
    group: 'Volatility',
    meaning: 'The VIX curve is flat when VIX3M stands less than this above VIX.',
    unit: 'percent',
    usual: 3.5,
    kind: percent(0, 20),
  },
  'term.steep': {
    group: 'Volatility',
    meaning: 'The VIX curve is steep when VIX3M stands at least this above VIX.',
    unit: 'percent',
    usual: 8,
    kind: percent(0.1, 50),
  },
  'vix.gates': {
    group: 'Volatility',
    meaning: 'Three levels of the VIX; from the second one on, steps up are halved.',
    unit: 'VIX points',
    usual: [15, 20, 25],
    kind: three(decimal({ least: 5, most: 100, decimals: 1 }), '15/20/25'),
  },
  'vix.lateLevel': {
    group: 'Volatility',
    meaning: 'Above this level of the VIX no step up is taken: hedges are dear by then.',
    unit: 'VIX points',
    usual: 25,
    kind: points(10, 100),
  },
  'vix.lateJump': {
    group: 'Volatility',
    meaning: 'No step up is taken after the VIX rose this much in one session.',
    unit: 'VIX points',
    usual: 5,
    kind: points(1, 50),
  },
  'fomc.policy': {
    group: 'Volatility',
    meaning: 'What happens to steps up around a scheduled statement of the Fed.',
    unit: '',
    usual: 'halve',
    kind: choice('halve', 'block', 'ignore'),
  },
};

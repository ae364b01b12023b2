import type { KeyOf, Rules } from './rule.ts';
import { ratio, sessions } from './usual-units.ts';
import { choice } from './value-kind.ts';

/** How far the vega multiplier may go, and how fast. */
export const RATIO_RULES: Rules<KeyOf<'ratio' | 'step'>> = {
  'ratio.base': {
    group: 'Ratio',
    meaning: 'Vega multiplier while nothing is confirmed; unwinding ends there.',
    unit: 'vega multiplier',
    usual: 0.6,
    kind: ratio(0.2, 1),
  },
  'ratio.confirmed': {
    group: 'Ratio',
    meaning: 'Vega multiplier that a full confirmation aims at.',
    unit: 'vega multiplier',
    usual: 0.85,
    kind: ratio(0.21, 1.5),
  },
  'ratio.hardCap': {
    group: 'Ratio',
    meaning: 'No step ever leads above it.',
    unit: 'vega multiplier',
    usual: 0.95,
    kind: ratio(0.21, 1.5),
  },
  'ratio.meaning': {
    group: 'Ratio',
    meaning: "What a step scales: the hedge's own exposure, or the measured vega ratio H.",
    unit: '',
    usual: 'multiplier',
    kind: choice('multiplier', 'absolute'),
  },
  'step.up': {
    group: 'Steps',
    meaning: 'Largest step up in one session.',
    unit: 'vega multiplier',
    usual: 0.1,
    kind: ratio(0.01, 0.25),
  },
  'step.down': {
    group: 'Steps',
    meaning: 'Largest step down in one session.',
    unit: 'vega multiplier',
    usual: 0.05,
    kind: ratio(0.01, 0.25),
  },
  'step.deadband': {
    group: 'Steps',
    meaning: 'A step up that would be smaller is not taken.',
    unit: 'vega multiplier',
    usual: 0.03,
    kind: ratio(0, 0.25),
  },
  'step.cooldownSessions': {
    group: 'Steps',
    meaning: 'Sessions from one step up to the next: 1 is one a session, 2 leaves a session free between.',
    unit: 'sessions',
    usual: 1,
    kind: sessions(1, 10),
  },
  'step.maxUpPerEvent': {
    group: 'Steps',
    meaning: 'Sum of the steps up since the multiplier was last at its base.',
    unit: 'vega multiplier',
    usual: 0.25,
    kind: ratio(0.01, 1),
  },
  'step.downAfterCloses': {
    group: 'Steps',
    meaning: 'Closes in a row that must ask for unwinding before the first step down.',
    unit: 'closes',
    usual: 2,
    kind: sessions(1, 5),
  },
};

import { decimal, whole } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { shockKind } from './shock-kind.ts';
import { deviations } from './usual-units.ts';
import { choice, yesOrNo } from './value-kind.ts';

const POINTS = ['points', 'point', 'pts'];

/** The shock that cover is told under, which contracts a plan names first, when profits are taken, and parity. */
export const HEDGE_RULES: Rules<KeyOf<'cover' | 'plan' | 'monetise' | 'parity'>> = {
  'cover.shock': {
    group: 'Exposure',
    meaning: 'The move of SPX and of the VIX, at once, under which cover is told.',
    unit: 'percent, VIX points',
    usual: [-4, 10],
    kind: shockKind(),
  },
  'cover.minLoss': {
    group: 'Exposure',
    meaning: 'Cover is not told where the condors lose less than this under the shock.',
    unit: 'dollars a condor',
    usual: 100,
    kind: whole(1, 100_000, ['dollars', 'usd', '$']),
  },
  'plan.style': {
    group: 'Layers',
    meaning: 'Calls that a plan names first: at `layers.delta`, at 1.5 to 2 SD, or as they are held.',
    unit: '',
    usual: 'delta',
    kind: choice('delta', 'seed', 'held'),
  },
  'monetise.enabled': {
    group: 'Monetisation',
    meaning: 'Whether a message says when a hedge has paid.',
    unit: '',
    usual: true,
    kind: yesOrNo(),
  },
  'monetise.sd': {
    group: 'Monetisation',
    meaning: 'The VIX is high when it stands so far above its 20 closes before.',
    unit: 'standard deviations',
    usual: 1.5,
    kind: deviations(0.5, 5),
  },
  'monetise.multiple': {
    group: 'Monetisation',
    meaning: 'A lot has paid when it is worth so many times its cost.',
    unit: 'times',
    usual: 5,
    kind: decimal({ least: 1.5, most: 100, decimals: 1 }),
  },
  'parity.edgeSpx': {
    group: 'Parity',
    meaning: 'A conversion or reversal in SPX options is one from this edge on, after bid, ask and fees.',
    unit: 'points',
    usual: 0.1,
    kind: decimal({ least: 0.01, most: 10, decimals: 2, units: POINTS }),
  },
  'parity.edgeVix': {
    group: 'Parity',
    meaning: 'A conversion or reversal in VIX options is one from this edge on, after bid, ask and fees.',
    unit: 'points',
    usual: 0.05,
    kind: decimal({ least: 0.01, most: 5, decimals: 2, units: POINTS }),
  },
};

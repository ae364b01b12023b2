import { decimal, oneOf, three, whole } from './number-kinds.ts';
import type { KeyOf, Rules } from './rule.ts';
import { deviations, percentagePoints, points, ratio, sessions } from './usual-units.ts';
import { choice, yesOrNo } from './value-kind.ts';

/** What counts as a weak print, as lagging small caps and as confirmation. */
export const EVIDENCE_RULES: Rules<
  KeyOf<'print' | 'event' | 'lag' | 'trend' | 'breadth' | 'rsi' | 'macd' | 'confirm'>
> = {
  'print.method': {
    group: 'Print',
    meaning: 'Whether surprises are judged in standard deviations or in percentage points.',
    unit: '',
    usual: 'standardised',
    kind: choice('standardised', 'points'),
  },
  'print.weakZ': {
    group: 'Print',
    meaning: 'A print is weak at or below this composite surprise.',
    unit: 'standard deviations',
    usual: -0.5,
    kind: deviations(-3, -0.1),
  },
  'print.veryWeakZ': {
    group: 'Print',
    meaning: 'A print is very weak at or below this composite surprise.',
    unit: 'standard deviations',
    usual: -1.5,
    kind: deviations(-5, -0.2),
  },
  'print.coreWeight': {
    group: 'Print',
    meaning: 'Weight of the core figure in the composite; the headline has the rest.',
    unit: 'fraction',
    usual: 0.7,
    kind: ratio(0, 1),
  },
  'print.weakPoints': {
    group: 'Print',
    meaning: 'A print is weak at or below this surprise where it is judged in points.',
    unit: 'percentage points',
    usual: -0.1,
    kind: percentagePoints(-1, -0.05),
  },
  'print.requireConsensus': {
    group: 'Print',
    meaning: 'Whether a print that nobody forecast is left unjudged instead of held against the last three.',
    unit: '',
    usual: false,
    kind: yesOrNo(),
  },
  'event.windowSessions': {
    group: 'Evidence',
    meaning: 'Sessions after its day 0 in which a weak print counts.',
    unit: 'sessions',
    usual: 5,
    kind: sessions(1, 10),
  },
  'lag.z': {
    group: 'Evidence',
    meaning: 'Small caps lag at or below this z-score of their five-session residual.',
    unit: 'standard deviations',
    usual: -1,
    kind: deviations(-4, -0.1),
  },
  'lag.betaWindow': {
    group: 'Evidence',
    meaning: 'Sessions over which the beta of the Russell to the S&P is taken.',
    unit: 'sessions',
    usual: 60,
    kind: sessions(20, 250),
  },
  'trend.period': {
    group: 'Evidence',
    meaning: 'Moving average that the Russell must be below.',
    unit: 'sessions',
    usual: 50,
    kind: oneOf(20, 50, 100, 200),
  },
  'breadth.sessions': {
    group: 'Evidence',
    meaning: 'Sessions over which advances and declines are added up.',
    unit: 'sessions',
    usual: 5,
    kind: sessions(3, 20),
  },
  'breadth.z': {
    group: 'Evidence',
    meaning: 'Small-cap breadth lags at or below this z-score of the divergence.',
    unit: 'standard deviations',
    usual: -1,
    kind: deviations(-4, -0.1),
  },
  'breadth.fallbackD': {
    group: 'Evidence',
    meaning: 'The same by the divergence itself, where its history is too short for a z-score.',
    unit: 'net share, summed',
    usual: -0.5,
    kind: decimal({ least: -10, most: -0.05, decimals: 2 }),
  },
  'rsi.period': {
    group: 'Evidence',
    meaning: "Period of Wilder's RSI.",
    unit: 'sessions',
    usual: 14,
    kind: sessions(2, 50),
  },
  'rsi.rutMax': {
    group: 'Evidence',
    meaning: "The Russell's RSI must be at or below it.",
    unit: 'RSI points',
    usual: 35,
    kind: points(20, 50),
  },
  'rsi.gapMax': {
    group: 'Evidence',
    meaning: "The Russell's RSI less the S&P's must be at or below it.",
    unit: 'RSI points',
    usual: -5,
    kind: points(-40, 0),
  },
  'macd.periods': {
    group: 'Evidence',
    meaning: 'Fast, slow and signal period of the MACD.',
    unit: 'sessions',
    usual: [12, 26, 9],
    kind: three(whole(2, 100), '12/26/9'),
  },
  'confirm.windowBars': {
    group: 'Evidence',
    meaning: 'Closes, today included, among which RSI and MACD look for their signal.',
    unit: 'sessions',
    usual: 5,
    kind: sessions(1, 10),
  },
};

import type { EvidenceId } from '#domain/signal/evidence.ts';
import type { MarketTopic } from '#domain/signal/topic-measures.ts';

/** What each condition means, for somebody who reads it for the first time. */
const definitions: Readonly<Record<EvidenceId, string>> = {
  print:
    'A CPI or PPI print is weak when it falls short of its consensus: core weighs 0.7, the headline 0.3, each in standard deviations of its last sixty surprises. It counts while its window is open.',
  lag: 'Each day the Russell’s return less beta times that of the S&P 500 is what small caps did on their own; five days of it are summed and held against the 252 sums before. RUT/SPX must also stand below its close before the print.',
  trend: 'The Russell closed below its moving average. On a weak print that asks for the Time-Shift review.',
  breadth:
    'Advances less declines as a share of the issues traded, small caps less large caps, summed over the window: negative, falling, and unusual against its own history. It decides whether a raise has full or half strength.',
  rsi: 'Wilder’s RSI of the Russell is low, and lower than that of the S&P 500 by enough, on the same close, on one of the last few closes.',
  macd: 'The MACD histograms of the Russell and of RUT/SPX are both below zero, and the Russell’s either crossed down lately or is the lowest of twenty closes.',
  smallCapVol:
    'Implied volatility of the Russell less that of the S&P 500, against its own mean of ninety sessions. Shown only.',
  term: 'How far three-month implied volatility stands above one-month. Shown only; small or negative numbers are stress.',
  lateGate: 'The VIX is high already or jumped: hedges are dear by then, so no up-step is taken.',
};

const titles: Readonly<Record<MarketTopic, string>> = {
  'small-caps': '## Small caps beside large caps',
  breadth: '## Advances and declines',
  term: '## Term structure of volatility',
  gate: '## VIX gates',
};

export const topics = {
  definitions,
  titles,
  description: 'Small caps, breadth, volatility, and prices typed in',
  smallCaps: 'Small caps beside large caps: spreads, averages, RSI, beta',
  breadth: 'Advances and declines of small and large caps over the last sessions',
  term: 'VIX9D, VIX, VIX3M: the shape of the curve and how it moves',
  gate: 'The VIX against the gates, and what that does to steps',
  chart: 'The signal chart of this moment',
  explain: 'One condition: what it means, its value, its source, what would flip it',
  evidence: 'Which condition',
  beside: '**Beside it**',
  holds: (truth: 'true' | 'false' | 'unknown'): string =>
    ({
      true: 'It holds.',
      false: 'It does not hold.',
      unknown: 'It is not known: that never counts as yes.',
    })[truth],
  flips: (needed: string) => `What would flip it: ${needed}.`,
  flipsBack: (margin: string) => `It would stop holding if it moved back past its bound: ${margin}.`,
  flipsUnknown: 'What would flip it cannot be told while an input is missing.',
  flipsNothing: 'It has no bound of its own to cross.',
  gates: (gates: string, late: string, jump: string) =>
    `Gates ${gates}; no up-step above ${late}, or after a rise of ${jump} in one session.`,
};

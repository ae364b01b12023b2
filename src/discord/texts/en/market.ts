import type { ContextName } from '#domain/market/market-context.ts';
import type { Quality, UnknownReason } from '#domain/market/reading.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { MarketTopic } from '#domain/signal/evidence.ts';
import { evidence, measures, shapes, units } from '#discord/texts/en/market/measures.ts';

const unknown: Readonly<Record<UnknownReason, string>> = {
  'not-supplied': 'no data for it',
  'too-little-history': 'too little history',
  'no-variation': 'its history does not vary',
  stale: 'the data are old',
  'session-missing': 'a session is missing',
  'impossible-value': 'the data hold an impossible value',
  'no-consensus': 'nobody forecast it',
  'no-one-month-change': 'no one-month change was published',
  'no-event': 'no weak print is open',
  'not-yet-closed': 'the session has not closed',
};

const qualities: Readonly<Record<Quality, string>> = {
  live: 'live',
  delayed: 'delayed',
  manual: 'typed in',
  proxy: 'proxy',
  recorded: 'recorded',
};

const termShapes: Readonly<Record<VolatilityReport['termShape'], string>> = {
  steep: 'steep',
  normal: 'normal',
  flat: 'flat',
  inverted: 'inverted',
  unknown: 'unknown',
};

const titles: Readonly<Record<MarketTopic, string>> = {
  'small-caps': '## Small caps beside large caps',
  breadth: '## Advances and declines',
  term: '## Term structure of volatility',
  gate: '## VIX gates',
};

const names: Readonly<Record<ContextName, string>> = {
  dollar: 'Broad dollar index',
  curve: 'Treasury yields, 10 less 2 years',
  nominalTen: 'Treasury yield, 10 years',
  realTen: 'Real yield, 10 years (TIPS)',
  highYield: 'High-yield spread',
};

type Assumed = 'debt' | 'beta' | 'premium' | 'tax' | 'growth';

const context = {
  title: '## Context',
  never: 'Context, never a gate: no rule reads it, and no step depends on it.',
  names,
  line: (name: string, value: string, oneDay: string, fiveDays: string) =>
    `- ${name} **${value}** (1 day ${oneDay}, 5 days ${fiveDays})`,
  from: (day: string, source: string) => `, ${day}, ${source}`,
  missing: (name: string, why: string) => `- ${name} ? (${why})`,
  nobody: 'Nobody is asked for it here. With `FRED_API_KEY` set, FRED gives it.',
  multiples: {
    line: (name: string, value: string, origin: string) => `- ${name} **${value}** (${origin})`,
    origin: (source: string, day: string, days: number) => `${source}, ${day}, ${days} d old`,
    stressed: (value: string) => ` → ${value} under this stress`,
    none: '-# P/E and P/CF of small and large caps: nobody has entered them. `/market set of:P/E` takes them.',
  },
  stress: {
    title: (spread: string, beta: string) =>
      `**Small caps, if spreads widened by ${spread} and beta rose by ${beta}**`,
    costs: (before: string, after: string, equityBefore: string, equityAfter: string) =>
      `- cost of capital ${before} → ${after}, of equity alone ${equityBefore} → ${equityAfter}`,
    multiple: (change: string) => `- P/E and P/CF at the same growth ${change}`,
    assumed: ({ debt, beta, premium, tax, growth }: Readonly<Record<Assumed, string>>) =>
      `-# From the 10-year yield and the high-yield spread above. Assumed, not measured: debt ${debt}, beta ${beta}, equity premium ${premium}, tax ${tax}, growth ${growth}.`,
  },
};

/** Words about the curve of VIX futures. */
const term = {
  title: '**VIX futures**',
  noFutures:
    '-# VX2/VX1, contango, basis and CM30 n/a: no prices of VIX futures. `/market set of:VX` takes one.',
  contango: (whole: string, per30: string) => `VX2/VX1 − 1 **${whole}**, per 30 days ${per30}`,
  basis: (percent: string) => `VX1/VIX − 1 **${percent}**`,
  constant30: (points: string) => `CM30 (a future that always has 30 days) **${points}**`,
  beforePrint: (session: string, slope: string, shape: string) =>
    `VIX3M/VIX − 1 at the close before the print (${session}) ${slope} (${shape})`,
  skew: (reversal: string, call: string, put: string) =>
    `skew: 25-delta risk reversal **${reversal}** points at 30 days (call ${call}, put ${put})`,
  skewIndex: (value: string, percentile: string) => `SKEW ${value}${percentile}`,
  skewPercentile: (percent: string) => `, above ${percent} of the last 252 sessions`,
  skewMissing: 'SKEW n/a: nobody recorded it here',
  beta: (prior: string, estimate: string) => `β of a future of 30 days: by the method ${prior}${estimate}`,
  betaEstimate: (slope: string, fit: string, sessions: string, blend: string) =>
    `, measured ${slope} (R² ${fit}, ${sessions} sessions), half of each ${blend}`,
  future: (label: string, expiry: string, price: string) => `${label} ${expiry} ${price}`,
  index: (label: string, value: string) => `${label} ${value}`,
};

/** What Discord is told of `/market`. Descriptions have at most 100 characters. */
const commands = {
  market: 'Small caps, breadth, volatility, and prices typed in',
  smallCaps: 'Small caps beside large caps: spreads, averages, RSI, beta',
  breadth: 'Advances and declines of small and large caps over the last sessions',
  term: 'VIX9D, VIX, VIX3M: the shape of the curve and how it moves',
  gate: 'The VIX against the gates, and what that does to steps',
  chart: 'The signal chart of this moment',
  context: 'The dollar, yields and credit: context, which no rule reads',
  set: 'Say what something is worth where no source does (stewards)',
  marks: 'What was marked by hand, by whom, and how old it is',
};

/** Words about the market: its numbers, where they come from, and why one is missing. */
export const market = {
  commands,
  context,
  evidence,
  measures,
  qualities,
  shapes,
  term,
  termShapes,
  titles,
  units,
  unknown,
  away: (distance: string) => `${distance} away`,
  beside: '**Beside it**',
  gates: (gates: string, late: string, jump: string) =>
    `Gates ${gates}; no up-step above ${late}, or after a rise of ${jump} in one session.`,
};

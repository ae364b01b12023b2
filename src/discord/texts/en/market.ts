import type { EvidenceId, MeasureId, Unit } from '#domain/signal/evidence.ts';
import type { VolatilityReport } from '#domain/market/volatility-report.ts';
import type { PrintClass, Surprise } from '#domain/releases/print.ts';
import type { Quality, UnknownReason } from '#domain/market/reading.ts';
import type { Release, ReleaseStatus } from '#domain/releases/release.ts';

const evidence: Readonly<Record<EvidenceId, string>> = {
  print: 'Print',
  lag: 'Small caps lag',
  trend: 'Trend',
  breadth: 'Breadth',
  rsi: 'RSI',
  macd: 'MACD',
  smallCapVol: 'Small-cap volatility',
  term: 'Term structure',
  lateGate: 'Late gate',
};

const measures: Readonly<Record<MeasureId, string>> = {
  surprise: 'surprise',
  eventAge: 'age',
  lagZ: '5-session residual',
  lagSum: 'residual sum',
  beta: 'beta of RUT to SPX',
  relativeSincePrint: 'RUT/SPX since the print',
  trendGap: 'RUT to its average',
  sma20: 'SMA 20',
  sma50: 'SMA 50',
  sma200: 'SMA 200',
  breadthDivergence: 'A/D divergence',
  breadthSlopeDifference: 'A/D slope difference',
  breadthZ: 'divergence against its history',
  breadthDaysSmallBehind: 'days small caps behind',
  rsiRut: 'RUT',
  rsiGap: 'RUT less SPX',
  rsiRutBest: 'RUT at the best bar',
  rsiGapBest: 'RUT less SPX at the best bar',
  macdRut: 'RUT histogram',
  macdRatio: 'RUT/SPX histogram',
  macdCrossAge: 'sessions since the bearish cross',
  macdLowest: 'histogram above its 20-session low',
  smallCapVolTimes: 'RVX less VIX against its mean',
  smallCapVolSpread: 'RVX less VIX',
  smallCapVolMean: 'its mean of 90 sessions',
  vixLevel: 'VIX',
  vixJump: 'VIX in one session',
  termSlope: 'VIX3M over VIX',
  termChange1: 'change in 1 session',
  termChange5: 'change in 5 sessions',
  termChangeZ1: 'that of 1 session against its history',
  termChangeZ5: 'that of 5 sessions against its history',
  nineDayRatio: 'VIX9D/VIX',
  threeMonthRatio: 'VIX/VIX3M (above 1 is inverted)',
  vvix: 'VVIX',
  expectedDailyRange: 'expected day of SPX (VIX9D/√252)',
  relative1: 'RUT less SPX, 1 session',
  relative5: 'RUT less SPX, 5 sessions',
  relative10: 'RUT less SPX, 10 sessions',
  relative21: 'RUT less SPX, 21 sessions',
  relativeZ1: 'against its history',
  relativeZ5: 'against its history',
  relativeZ10: 'against its history',
  relativeZ21: 'against its history',
  rutGap20: 'RUT to its SMA 20',
  rutGap50: 'RUT to its SMA 50',
  rutGap200: 'RUT to its SMA 200',
  ratioGap20: 'RUT/SPX to its SMA 20',
  ratioGap50: 'RUT/SPX to its SMA 50',
  ratioGap200: 'RUT/SPX to its SMA 200',
  beta63: 'beta of RUT to SPX, 63 sessions',
  beta252: 'the same, 252 sessions',
  residualVolatility: 'volatility that beta leaves, a year',
  idiosyncraticShare: 'part of the variance that beta leaves',
  cumulativeSmall: 'small caps, summed net share',
  cumulativeLarge: 'large caps, summed net share',
};

/** What stands behind a number; `N` is where the number goes. */
const units: Readonly<Record<Unit, string>> = {
  'standard deviations': 'Nσ',
  sessions: 'N sessions',
  'index points': 'N',
  'RSI points': 'N',
  fraction: 'N',
  percent: 'N %',
  'VIX points': 'N',
  'net share': 'N',
  'percentage points': 'N pp',
  times: 'N ×',
  count: 'N',
};

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

const classes: Readonly<Record<PrintClass, string>> = {
  'very-weak': 'very weak',
  weak: 'weak',
  'in-line': 'in line',
  strong: 'strong',
  'very-strong': 'very strong',
};

const series: Readonly<Record<Surprise['series'], string>> = {
  core: 'Core',
  headline: 'Headline',
  headlineYearly: 'Headline, 12 months',
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

const releaseStatus: Readonly<Record<ReleaseStatus, string>> = {
  scheduled: 'scheduled',
  moved: 'moved',
  due: 'due, not out yet',
  late: 'late',
  released: 'published',
  partial: 'published in part',
  cancelled: 'cancelled',
  merged: 'published with a later one',
  revised: 'revised',
};

const reports: Readonly<Record<Release['kind'], string>> = {
  CPI: 'CPI (consumer prices)',
  PPI: 'PPI (producer prices)',
};

/** How a condition holds; empty where the rest of the line says it. Words that are not here are shown as they are. */
const shapes: Readonly<Record<string, string>> = {
  'very-weak': '',
  weak: '',
  'in-line': '',
  strong: '',
  'very-strong': '',
  cross: 'bearish cross',
  'cross and lowest': 'bearish cross and lowest in 20 sessions',
  'fresh break': 'broken within 5 sessions',
  below: '',
  above: '',
  lowest: 'lowest in 20 sessions',
  'with history': 'against its history',
  fallback: 'without history: fixed limits',
  steep: 'steep',
  normal: 'normal',
  flat: 'flat',
  inverted: 'inverted',
};

export const market = {
  classes,
  evidence,
  measures,
  qualities,
  releaseStatus,
  reports,
  series,
  shapes,
  termShapes,
  units,
  unknown,
  away: (distance: string) => `${distance} away`,
};

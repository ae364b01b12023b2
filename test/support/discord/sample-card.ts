import type { Evidence } from '#domain/signal/evidence.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { CardContent } from '#discord/views/signal/card-message.ts';
import { aDecision, CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';

const recorded: Provenance = { asOf: CLOSE_OF_2014_09_23, source: 'yahoo', quality: 'recorded' };

/** The print of 2014-09-17: −0.2 % headline and 0.0 % core against +0.1 % and +0.2 %. */
export const WEAK_PRINT: PrintReading = {
  classified: true,
  releaseId: 'CPI-2014-09-17',
  kind: 'CPI',
  referenceMonth: '2014-08',
  class: 'very-weak',
  method: 'standardised',
  z: -2.5012,
  fragile: false,
  band: 0.45,
  surprises: [
    {
      series: 'core',
      actual: 0,
      expected: 4,
      against: 'consensus',
      difference: -0.2,
      standardDeviation: 0.08,
      standardised: -2.5,
      count: 91,
    },
    {
      series: 'headline',
      actual: -4,
      expected: 0,
      against: 'consensus',
      difference: -0.2,
      standardDeviation: 0.12,
      standardised: -1.67,
      count: 91,
    },
  ],
  hasConsensus: true,
  late: false,
};

/** Dual confirmation at a calm VIX, breadth unknown. */
const EVIDENCE: readonly Evidence[] = [
  {
    id: 'print',
    truth: 'true',
    measures: [
      {
        id: 'surprise',
        value: -2.5012,
        unit: 'standard deviations',
        wanted: '<=',
        threshold: -0.5,
        distance: -2,
      },
      { id: 'eventAge', value: 4, unit: 'sessions', wanted: '<=', threshold: 5, distance: -1 },
    ],
  },
  {
    id: 'lag',
    truth: 'true',
    measures: [
      {
        id: 'lagZ',
        value: -1.352,
        unit: 'standard deviations',
        wanted: '<=',
        threshold: -1,
        distance: -0.352,
        progress: 1,
        provenance: recorded,
      },
      { id: 'relativeSincePrint', value: -1.24, unit: 'percent', wanted: '<', threshold: 0, distance: -1.24 },
    ],
  },
  {
    id: 'trend',
    truth: 'true',
    measures: [{ id: 'trendGap', value: -2.1, unit: 'percent', wanted: '<', threshold: 0, distance: -2.1 }],
  },
  { id: 'breadth', truth: 'unknown', reason: 'not-supplied', measures: [] },
  {
    id: 'rsi',
    truth: 'false',
    measures: [
      {
        id: 'rsiRutBest',
        value: 38.24,
        unit: 'RSI points',
        wanted: '<=',
        threshold: 35,
        distance: 3.24,
        progress: 0.62,
        provenance: recorded,
      },
      { id: 'rsiGapBest', value: -9.4, unit: 'RSI points', wanted: '<=', threshold: -5, distance: -4.4 },
    ],
  },
  {
    id: 'macd',
    truth: 'true',
    shape: 'cross',
    measures: [
      { id: 'macdRut', value: -1.42, unit: 'index points', wanted: '<', threshold: 0, distance: -1.42 },
      { id: 'macdRatio', value: -0.000_42, unit: 'fraction', wanted: '<', threshold: 0, distance: -0.000_42 },
    ],
  },
];

/** A card with everything on it. */
export const FULL_CARD: CardContent = {
  form: 'card',
  decision: aDecision({
    age: 4,
    print: WEAK_PRINT,
    evidence: EVIDENCE,
    state: 'CAPITULATION',
    stateBefore: 'WATCH',
    rank: 'CAPITULATION',
    changed: true,
    settingsVersion: 3,
    progress: { rule: 'rsi', fraction: 0.62 },
    ratio: {
      base: 0.6,
      confirmed: 0.85,
      hardCap: 0.95,
      now: 0.6,
      target: 0.725,
      step: 0.1,
      next: 0.7,
      limits: ['step-up', 'deadband'],
      strength: 0.5,
      consensusFactor: 1,
    },
  }),
  exposure: {
    mode: 'unit',
    condors: 10,
    hedge: [4, 4, 2],
    ratio: 0.6,
    plan: { exact: [0.667, 0.667, 0.333], whole: [1, 1, 0], achieved: 0.72, error: 0.02 },
  },
  overview: {
    vix: { known: true, value: 14.93, ...recorded },
    termSlope: { known: true, value: 10.24, ...recorded },
    termShape: 'steep',
    gate: 0,
    expectedDailyRange: { known: true, value: 0.75, ...recorded },
    rut: { known: true, value: 1126.45, ...recorded },
    spx: { known: true, value: 1982.77, ...recorded },
  },
  checklist: {
    decisionId: '2014-09-23.official',
    answers: [
      {
        item: 'breadth-divergence',
        number: 2,
        status: 'unknown',
        measures: [],
        finding: 'unknown',
        facts: [],
      },
      { item: 'dual-confirmation', number: 4, status: 'act', measures: [], finding: 'both', facts: [5] },
      { item: 'moving-averages', number: 6, status: 'watch', measures: [], finding: 'below', facts: [50] },
      { item: 'vix-gate', number: 8, status: 'ok', measures: [], finding: 'calm', facts: [0, 'steep', 0.75] },
      {
        item: 'fomc-window',
        number: 9,
        status: 'ok',
        measures: [],
        finding: 'outside',
        facts: ['2014-09-17', -4, 'halve'],
      },
      {
        item: 'steward-check',
        number: 13,
        status: 'watch',
        measures: [],
        finding: 'step-up',
        facts: [0, 0.25, 1, 0.6, 0.95, 'step-up'],
      },
    ],
    ticks: [{ item: 'vix-gate', by: '200000000000000003', at: CLOSE_OF_2014_09_23 }],
    reopened: [],
    notes: [],
  },
};

/** A PNG of one pixel. */
export const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

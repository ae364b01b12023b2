import type { Correction } from '#domain/signal/correction.ts';
import type { Scenario } from '#domain/signal/scenario.ts';
import fc from 'fast-check';
import { anyDegradation, release } from './arbitrary-degradation.ts';
import type { Alert } from '#domain/delivery/alert.ts';
import type { ChecklistAnswer, Reopened } from '#domain/checklist/checklist.ts';
import type { CardContent } from '#discord/views/signal/card-message.ts';
import { en } from '#discord/texts/en.ts';
import { anyOpening, anyOwed } from './arbitrary-order.ts';
import { WINDOW } from './sample-order.ts';
import { anyHedgeNews, anyStanding } from './arbitrary-standing.ts';
import {
  anyDecision,
  count,
  hostile,
  instant,
  keys,
  measure,
  number,
  quality,
  reason,
} from './arbitrary-decision.ts';

const reading = fc.oneof(
  fc.record({ known: fc.constant(true), value: number, asOf: instant, source: hostile, quality }),
  fc.record({ known: fc.constant(false), reason }),
);

const answer: fc.Arbitrary<ChecklistAnswer> = fc.record({
  item: keys(en.checklist.questions),
  number: fc.integer({ min: 1, max: 14 }),
  status: keys(en.checklist.marks),
  measures: fc.array(measure, { maxLength: 6 }),
  finding: keys(en.checklist.findings),
  facts: fc.array(fc.oneof(hostile, number), { maxLength: 8 }),
});

const exposure = fc.oneof(
  fc.record({ mode: fc.constant('none'), reason: fc.constantFrom('no-book', 'no-condors') }),
  fc.record(
    {
      mode: fc.constant('unit'),
      condors: count,
      hedge: fc.array(count, { maxLength: 12 }),
      ratio: number,
      plan: fc.oneof(
        fc.constant('too-small'),
        fc.record({
          exact: fc.array(number, { maxLength: 12 }),
          whole: fc.array(count, { maxLength: 12 }),
          achieved: number,
          error: number,
        }),
      ),
    },
    { requiredKeys: ['mode', 'condors', 'hedge', 'ratio'] },
  ),
);

const anyReopened: fc.Arbitrary<Reopened> = keys(en.checklist.questions).chain((item) =>
  fc.record({
    item: fc.constant(item),
    tick: fc.record({
      item: fc.constant(item),
      by: hostile,
      at: instant,
      seen: fc.record({
        decisionId: hostile,
        status: keys(en.checklist.marks),
        finding: keys(en.checklist.findings),
      }),
    }),
  }),
);

const anyCard: fc.Arbitrary<CardContent> = fc.record(
  {
    form: fc.constant('card'),
    decision: anyDecision,
    exposure,
    standing: anyStanding,
    window: fc.constant(WINDOW),
    order: anyOpening,
    owed: anyOwed,
    exposureFault: keys(en.hedge.cover.faults),
    overview: fc.record(
      {
        vix: reading,
        termSlope: reading,
        termShape: keys(en.market.termShapes),
        gate: fc.integer({ min: 0, max: 3 }),
        expectedDailyRange: reading,
        rut: reading,
        spx: reading,
      },
      { requiredKeys: ['vix', 'termSlope', 'termShape', 'expectedDailyRange', 'rut', 'spx'] },
    ),
    checklist: fc.record({
      decisionId: hostile,
      answers: fc.uniqueArray(answer, { maxLength: 14, selector: ({ item }) => item }),
      ticks: fc.array(fc.record({ item: keys(en.checklist.questions), by: hostile, at: instant }), {
        maxLength: 20,
      }),
      reopened: fc.array(anyReopened, { maxLength: 14 }),
      notes: fc.array(
        fc.record({ item: keys(en.checklist.questions), by: hostile, at: instant, text: hostile }),
        { maxLength: 20 },
      ),
    }),
  },
  { requiredKeys: ['form', 'decision', 'exposure', 'overview', 'checklist'] },
);

const anyScenario: fc.Arbitrary<Scenario> = fc.record(
  {
    rows: fc.array(
      fc.record(
        {
          class: fc.constantFrom('very-weak', 'weak', 'in-line', 'strong', 'very-strong'),
          deviations: number,
          cells: fc.array(
            fc.record({
              path: fc.constantFrom('no-lag', 'lag', 'partly', 'both', 'both-and-breadth'),
              state: fc.constantFrom('CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION', 'HOLD', 'UNWIND'),
              ratio: anyDecision.map(({ ratio }) => ratio),
            }),
            { maxLength: 5 },
          ),
        },
        { requiredKeys: ['class', 'cells'] },
      ),
      { maxLength: 5 },
    ),
    today: fc.constantFrom('no-lag', 'both'),
    standDown: fc.subarray(['vix-level', 'vix-jump', 'fomc']),
    hasConsensus: fc.boolean(),
  },
  { requiredKeys: ['rows', 'standDown', 'hasConsensus'] },
);

const calendarNews = fc.oneof(
  fc.record({
    about: fc.constant('change'),
    change: fc.record(
      {
        release,
        before: fc.record({ status: keys(en.releases.status), scheduledAt: instant }),
        at: instant,
      },
      { requiredKeys: ['release', 'at'] },
    ),
  }),
  fc.record({
    about: fc.constant('disagreement'),
    disagreement: fc.record({
      releaseId: hostile,
      kind: fc.constantFrom('CPI', 'PPI'),
      kept: fc.record({ source: hostile, scheduledAt: instant }, { requiredKeys: ['source'] }),
      other: fc.record({ source: hostile, day: fc.constant('2026-12-10') }, { requiredKeys: ['source'] }),
    }),
  }),
  fc.record({ about: fc.constant('end'), endsAt: instant }),
);

const truth = fc.constantFrom('true', 'false', 'unknown');

const anyCorrection: fc.Arbitrary<Correction> = fc.record({
  decisionId: hostile,
  decidedAt: instant,
  isConclusion: fc.boolean(),
  changes: fc.array(
    fc.oneof(
      fc.record({ of: fc.constantFrom('target', 'step', 'degraded'), was: number, is: number }),
      fc.record({
        of: fc.constant('evidence'),
        id: keys(en.market.evidence),
        was: truth,
        is: truth,
      }),
      fc.record({
        of: fc.constant('print'),
        was: fc.constant('unclassified'),
        is: keys(en.releases.classes),
      }),
      fc.record({ of: fc.constant('rank'), was: fc.constant('CALM'), is: fc.constant('CONFIRM') }),
    ),
    { maxLength: 14 },
  ),
  inputs: fc.array(
    fc.record(
      { series: fc.constantFrom('RUT', 'small-cap A/D'), session: hostile, was: number, is: number },
      { requiredKeys: ['series', 'session'] },
    ),
    { maxLength: 5 },
  ),
});

export const anyAlert: fc.Arbitrary<Alert> = fc.record(
  {
    key: hostile,
    server: hostile,
    kind: fc.constantFrom('official', 'check', 'pre-brief', 'late', 'missed', 'calendar'),
    content: fc.oneof(
      anyCard,
      fc.record(
        { form: fc.constant('line'), decision: anyDecision, owed: anyOwed },
        { requiredKeys: ['form', 'decision'] },
      ),
      fc.record({
        form: fc.constant('pre-brief'),
        release,
        consensus: fc.record(
          {
            headline: number,
            core: number,
            source: hostile,
            nowcast: fc.record(
              { headline: number, core: number, source: hostile },
              { requiredKeys: ['source'] },
            ),
          },
          { requiredKeys: [] },
        ),
        standing: anyDecision,
        scenario: anyScenario,
        checksAt: fc.array(instant, { maxLength: 12 }),
      }),
      fc.record(
        { form: fc.constant('late'), release, minutes: count, silent: fc.array(hostile, { maxLength: 9 }) },
        { requiredKeys: ['form', 'release', 'minutes'] },
      ),
      fc.record({ form: fc.constant('calendar'), news: calendarNews }),
      fc.record({ form: fc.constant('hedge'), news: anyHedgeNews, asOf: instant }),
      fc.record({ form: fc.constant('correction'), correction: anyCorrection }),
      fc.record({ form: fc.constant('degraded'), degradation: anyDegradation }),
      fc.record({
        form: fc.constant('missed'),
        work: fc.record({
          id: hostile,
          kind: fc.constantFrom('print', 'check', 'close', 'pre-brief'),
          session: hostile,
          dueAt: instant,
          validUntil: instant,
        }),
      }),
    ),
    silent: fc.boolean(),
    mention: fc.constant('1290000000000000011'),
    watermark: hostile,
  },
  { requiredKeys: ['key', 'server', 'kind', 'content', 'silent'] },
);

import { z } from 'zod';
import type { Alert, CalendarNews, PreBrief } from '#domain/delivery/alert.ts';
import type { AlertKind } from '#domain/delivery/alert-kind.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { Correction } from '#domain/signal/correction.ts';
import type { Degradation } from '#domain/signal/degradation.ts';
import type { Scenario } from '#domain/signal/scenario.ts';
import { checklistSchema } from './checklist-schemas.ts';
import {
  decisionSchema,
  degradedReasonSchema,
  printClassSchema,
  ratioReadingSchema,
  scenarioPathSchema,
  standDownSchema,
  stateSchema,
} from './decision-schemas.ts';
import { evidenceIdSchema, truthSchema } from './evidence-schemas.ts';
import { exposureFaultSchema, exposureReadingSchema, hedgeReportSchema } from './hedge-schemas.ts';
import { rebalanceWindowSchema, volatilityReportSchema } from './market-schemas.ts';
import { orderOpeningSchema, owedReportSchema } from './order-schemas.ts';
import {
  disagreementSchema,
  releaseChangeSchema,
  releaseSchema,
  sourcedFiguresSchema,
} from './release-schemas.ts';
import { schemaOf } from './schema-of.ts';
import { hedgeNewsSchema } from './hedge-news-schema.ts';
import { dueWorkSchema } from './work-schemas.ts';

export const alertKindSchema = schemaOf<AlertKind>()(
  z.enum([
    'pre-brief',
    'print',
    'hot',
    'check',
    'official',
    'follow-up',
    'unwind',
    'owed',
    'late',
    'missed',
    'calendar',
    'degraded',
    'roll',
    'layer',
    'budget',
    'correction',
  ]),
);

const scenarioSchema = schemaOf<Scenario>()(
  z.object({
    rows: z.array(
      z.object({
        class: printClassSchema,
        deviations: z.number().exactOptional(),
        cells: z.array(z.object({ path: scenarioPathSchema, state: stateSchema, ratio: ratioReadingSchema })),
      }),
    ),
    today: scenarioPathSchema.exactOptional(),
    standDown: z.array(standDownSchema),
    hasConsensus: z.boolean(),
  }),
);

const median = { headline: z.number().exactOptional(), core: z.number().exactOptional() };

const preBriefSchema = schemaOf<PreBrief>()(
  z.object({
    release: releaseSchema,
    consensus: z.object({
      ...median,
      source: z.string().exactOptional(),
      nowcast: z.object({ ...median, source: z.string() }).exactOptional(),
    }),
    standing: decisionSchema,
    scenario: scenarioSchema,
    checksAt: z.array(z.number()),
  }),
);

const calendarNewsSchema = schemaOf<CalendarNews>()(
  z.discriminatedUnion('about', [
    z.object({ about: z.literal('change'), change: releaseChangeSchema }),
    z.object({ about: z.literal('disagreement'), disagreement: disagreementSchema }),
    z.object({ about: z.literal('end'), endsAt: z.number() }),
  ]),
);

const degradationSchema = schemaOf<Degradation>()(
  z.discriminatedUnion('about', [
    z.object({
      about: z.literal('decision'),
      decisionId: z.string(),
      session: z.string(),
      reasons: z.array(degradedReasonSchema),
    }),
    z.object({ about: z.literal('book'), decisionId: z.string(), fault: exposureFaultSchema }),
    z.object({ about: z.literal('no-market'), session: z.string(), source: z.string() }),
    z.object({ about: z.literal('print-unjudged'), release: releaseSchema, source: z.string() }),
    z.object({
      about: z.literal('print-disputed'),
      release: releaseSchema,
      looks: z.array(sourcedFiguresSchema),
    }),
    z.object({
      about: z.literal('silent'),
      sources: z.array(
        z.object({ source: z.string(), since: z.number().exactOptional(), words: z.string() }),
      ),
    }),
  ]),
);

const classOrNone = z.union([printClassSchema, z.literal('unclassified')]);

const correctionSchema = schemaOf<Correction>()(
  z.object({
    decisionId: z.string(),
    decidedAt: z.number(),
    changes: z.array(
      z.discriminatedUnion('of', [
        z.object({ of: z.literal('rank'), was: stateSchema, is: stateSchema }),
        z.object({ of: z.enum(['target', 'step']), was: z.number(), is: z.number() }),
        z.object({ of: z.literal('evidence'), id: evidenceIdSchema, was: truthSchema, is: truthSchema }),
        z.object({ of: z.literal('print'), was: classOrNone, is: classOrNone }),
        z.object({ of: z.literal('degraded'), was: z.number(), is: z.number() }),
      ]),
    ),
    inputs: z.array(
      z.object({
        series: z.enum(['RUT', 'SPX', 'VIX', 'VIX3M', 'VIX9D', 'RVX', 'small-cap A/D', 'large-cap A/D']),
        session: z.string(),
        was: z.number().exactOptional(),
        is: z.number().exactOptional(),
      }),
    ),
    isConclusion: z.boolean(),
  }),
);

const contentSchema = schemaOf<Alert['content']>()(
  z.discriminatedUnion('form', [
    preBriefSchema.extend({ form: z.literal('pre-brief') }),
    z.object({
      form: z.literal('card'),
      decision: decisionSchema,
      exposure: exposureReadingSchema,
      standing: hedgeReportSchema.exactOptional(),
      exposureFault: exposureFaultSchema.exactOptional(),
      overview: volatilityReportSchema,
      checklist: checklistSchema,
      order: orderOpeningSchema.exactOptional(),
      owed: owedReportSchema.exactOptional(),
      window: rebalanceWindowSchema.exactOptional(),
      nextRelease: z.object({ kind: z.enum(['CPI', 'PPI']), scheduledAt: z.number() }).exactOptional(),
    }),
    z.object({
      form: z.literal('line'),
      decision: decisionSchema,
      owed: owedReportSchema.exactOptional(),
    }),
    z.object({
      form: z.literal('late'),
      release: releaseSchema,
      minutes: z.number(),
      silent: z.array(z.string()).exactOptional(),
    }),
    z.object({ form: z.literal('calendar'), news: calendarNewsSchema }),
    z.object({ form: z.literal('hedge'), news: hedgeNewsSchema, asOf: z.number() }),
    z.object({ form: z.literal('degraded'), degradation: degradationSchema }),
    z.object({ form: z.literal('correction'), correction: correctionSchema }),
    z.object({ form: z.literal('missed'), work: dueWorkSchema }),
  ]),
);

export const alertSchema = schemaOf<Alert>()(
  z.object({
    key: z.string(),
    server: z.string(),
    kind: alertKindSchema,
    content: contentSchema,
    silent: z.boolean(),
    mention: z.string().exactOptional(),
    watermark: z.string().exactOptional(),
    isEphemeral: z.literal(true).exactOptional(),
    chartOf: z.string().exactOptional(),
  }),
);

export const deliverySchema = schemaOf<Delivery>()(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('due'), attempt: z.number(), notBefore: z.number() }),
    z.object({ state: z.literal('sending'), attempt: z.number(), since: z.number() }),
    z.object({ state: z.literal('sent'), at: z.number(), messageId: z.string() }),
    z.object({ state: z.literal('dropped'), at: z.number(), reason: z.string() }),
  ]),
);

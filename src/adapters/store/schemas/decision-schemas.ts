import { z } from 'zod';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type {
  Decision,
  DegradedReason,
  Memory,
  Programme,
  RatioReading,
  StandDownReason,
  State,
} from '#domain/signal/decision.ts';
import type { Evaluation } from '#domain/signal/snapshot.ts';
import type { ScenarioPlace } from '#domain/signal/scenario-place.ts';
import type { Score } from '#domain/signal/score.ts';
import { evidenceIdSchema, evidenceSchema, truthSchema } from './evidence-schemas.ts';
import { unknownReasonSchema } from './market-schemas.ts';
import { releaseKindSchema } from './release-schemas.ts';
import { schemaOf } from './schema-of.ts';

export const stateSchema = schemaOf<State>()(
  z.enum(['CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION', 'HOLD', 'UNWIND']),
);

export const standDownSchema = schemaOf<StandDownReason>()(z.enum(['vix-level', 'vix-jump', 'fomc']));

export const degradedReasonSchema = schemaOf<DegradedReason>()(
  z.object({
    input: z.enum(['rut', 'spx', 'vix']),
    reason: z.enum(['stale', 'too-little-history', 'not-supplied', 'session-missing', 'impossible-value']),
  }),
);

export const ratioOverrideSchema = schemaOf<RatioOverride>()(
  z.object({ from: z.number(), to: z.number(), by: z.string(), at: z.number(), why: z.string() }),
);

export const programmeSchema = schemaOf<Programme>()(
  z.object({
    ratio: z.number(),
    upUsed: z.number(),
    lastUpStep: z.string().exactOptional(),
    lastDownStep: z.string().exactOptional(),
    skipped: z.object({ on: z.string(), event: z.string() }).exactOptional(),
    byHand: ratioOverrideSchema.exactOptional(),
  }),
);

export const printClassSchema = z.enum(['very-weak', 'weak', 'in-line', 'strong', 'very-strong']);

const agreementSchema = z.enum(['provisional', 'confirmed', 'disputed']);

const surpriseSchema = z.object({
  series: z.enum(['core', 'headline', 'headlineYearly']),
  actual: z.number(),
  expected: z.number(),
  against: z.enum(['consensus', 'proxy']),
  difference: z.number(),
  standardDeviation: z.number().exactOptional(),
  standardised: z.number().exactOptional(),
  count: z.number(),
  revision: z.number().exactOptional(),
  netNews: z.number().exactOptional(),
  unrounded: z.number().exactOptional(),
});

const printReadingSchema = schemaOf<PrintReading>()(
  z.discriminatedUnion('classified', [
    z.object({
      classified: z.literal(true),
      releaseId: z.string(),
      kind: releaseKindSchema,
      referenceMonth: z.string(),
      class: printClassSchema,
      method: z.enum(['standardised', 'points', 'yearly']),
      z: z.number().exactOptional(),
      fragile: z.boolean(),
      band: z.number().exactOptional(),
      surprises: z.array(surpriseSchema),
      hasConsensus: z.boolean(),
      isConsensusLate: z.literal(true).exactOptional(),
      late: z.boolean(),
      standing: agreementSchema.exactOptional(),
    }),
    z.object({
      classified: z.literal(false),
      releaseId: z.string(),
      kind: releaseKindSchema,
      referenceMonth: z.string(),
      reason: unknownReasonSchema,
      late: z.boolean(),
      standing: agreementSchema.exactOptional(),
    }),
  ]),
);

const eventSchema = z.object({
  id: z.string(),
  releases: z.array(z.string()),
  print: printReadingSchema,
  dayZero: z.string(),
  sessionBefore: z.string(),
  settingsVersion: z.number().exactOptional(),
});

export const memorySchema = schemaOf<Memory>()(
  z.object({
    state: stateSchema,
    programme: programmeSchema,
    event: eventSchema.exactOptional(),
    lastPrint: z.object({ reading: printReadingSchema, dayZero: z.string() }).exactOptional(),
    absorbed: z.array(z.string()),
    closesBelow: z.number(),
    rankBelow: stateSchema.exactOptional(),
    unwindOn: z.array(z.string()),
    lastOfficial: z.string().exactOptional(),
    evidence: z.partialRecord(evidenceIdSchema, truthSchema),
  }),
);

export const evaluationSchema = schemaOf<Evaluation>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('print'), session: z.string(), releaseId: z.string() }),
    z.object({ kind: z.literal('check'), session: z.string(), time: z.enum(['09:45', '10:30']) }),
    z.object({ kind: z.literal('official'), session: z.string() }),
    z.object({ kind: z.literal('question'), session: z.string() }),
  ]),
);

const limitSchema = z.enum([
  'deadband',
  'step-up',
  'step-down',
  'halved-vix',
  'halved-fomc',
  'blocked-fomc',
  'stand-down',
  'degraded',
  'cooldown',
  'event-budget',
  'hedge-budget',
  'after-down-step',
  'after-skip',
  'hard-cap',
  'one-step-a-session',
]);

export const ratioReadingSchema = schemaOf<RatioReading>()(
  z.object({
    base: z.number(),
    confirmed: z.number(),
    hardCap: z.number(),
    now: z.number(),
    target: z.number(),
    step: z.number(),
    next: z.number(),
    limits: z.array(limitSchema),
    strength: z.number(),
    consensusFactor: z.number(),
  }),
);

export const scenarioPathSchema = z.enum(['no-lag', 'lag', 'partly', 'both', 'both-and-breadth']);

const scenarioPlaceSchema = schemaOf<ScenarioPlace>()(
  z.object({ class: printClassSchema, path: scenarioPathSchema.exactOptional() }),
);

export const decisionSchema = schemaOf<Decision>()(
  z.object({
    id: z.string(),
    evaluation: evaluationSchema,
    asOf: z.number(),
    lastSession: z.string(),
    event: eventSchema.exactOptional(),
    age: z.number().exactOptional(),
    print: printReadingSchema.exactOptional(),
    evidence: z.array(evidenceSchema),
    state: stateSchema,
    stateBefore: stateSchema,
    rank: stateSchema,
    standDown: z.array(standDownSchema),
    degraded: z.array(degradedReasonSchema),
    hot: z.boolean(),
    quoted: z.boolean().exactOptional(),
    ratio: ratioReadingSchema,
    unwind: z.object({
      holds: truthSchema,
      branch: z.enum(['recovered', 'expired']).exactOptional(),
      closes: z.number(),
      onCloses: z.array(z.string()),
    }),
    progress: z.object({ rule: evidenceIdSchema, fraction: z.number() }).exactOptional(),
    place: scenarioPlaceSchema.exactOptional(),
    changed: z.boolean(),
    settingsVersion: z.number(),
    memory: memorySchema,
    adopts: programmeSchema.exactOptional(),
  }),
);

export const scoreSchema = schemaOf<Score>()(
  z.object({
    decisionId: z.string(),
    session: z.string(),
    step: z.number(),
    horizon: z.union([z.literal(1), z.literal(5), z.literal(20)]),
    until: z.string(),
    vixChange: z.number(),
    spxReturn: z.number(),
    relative: z.number(),
    drawdown: z.number(),
    right: z.boolean(),
  }),
);

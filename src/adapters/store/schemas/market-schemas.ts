import { z } from 'zod';
import type { ContextReading } from '#domain/market/market-context.ts';
import type { MarketHistory, Quote } from '#domain/market/market.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Provenance, Quality, Reading, UnknownReason } from '#domain/market/reading.ts';
import type { RebalanceWindow } from '#domain/market/session.ts';
import { schemaOf } from './schema-of.ts';

export const qualitySchema = schemaOf<Quality>()(z.enum(['live', 'delayed', 'manual', 'proxy', 'recorded']));

export const unknownReasonSchema = schemaOf<UnknownReason>()(
  z.enum([
    'not-supplied',
    'too-little-history',
    'no-variation',
    'stale',
    'session-missing',
    'impossible-value',
    'no-consensus',
    'no-one-month-change',
    'no-event',
    'not-yet-closed',
  ]),
);

export const provenanceSchema = schemaOf<Provenance>()(
  z.object({ asOf: z.number(), source: z.string(), quality: qualitySchema }),
);

const readingSchema = schemaOf<Reading<number>>()(
  z.discriminatedUnion('known', [
    provenanceSchema.extend({ known: z.literal(true), value: z.number() }),
    z.object({ known: z.literal(false), reason: unknownReasonSchema }),
  ]),
);

const dailyClosesSchema = z.object({
  closes: z.array(z.object({ session: z.string(), close: z.number() })),
  source: z.string(),
  quality: qualitySchema,
  standing: z
    .object({
      kind: z.enum(['confirmed', 'provisional']),
      session: z.string(),
      values: z.array(z.object({ source: z.string(), value: z.number() })),
    })
    .exactOptional(),
});

const dailyBreadthSchema = z.object({
  universe: z.string(),
  days: z.array(
    z.object({
      session: z.string(),
      advances: z.number(),
      declines: z.number(),
      unchanged: z.number().exactOptional(),
    }),
  ),
  source: z.string(),
  quality: qualitySchema,
});

export const marketHistorySchema = schemaOf<MarketHistory>()(
  z.object({
    rut: dailyClosesSchema,
    spx: dailyClosesSchema,
    vix: dailyClosesSchema,
    vix9d: dailyClosesSchema.exactOptional(),
    vix3m: dailyClosesSchema.exactOptional(),
    vvix: dailyClosesSchema.exactOptional(),
    rvx: dailyClosesSchema.exactOptional(),
    breadth: z.object({ small: dailyBreadthSchema, large: dailyBreadthSchema }).exactOptional(),
  }),
);

export const quoteSchema = schemaOf<Quote>()(
  z.object({ price: z.number(), at: z.number(), source: z.string(), quality: qualitySchema }),
);

export const contextReadingSchema = schemaOf<ContextReading>()(
  z.object({
    name: z.enum(['dollar', 'curve', 'nominalTen', 'realTen', 'highYield']),
    reading: readingSchema,
    day: z.string().exactOptional(),
    oneDay: z.number().exactOptional(),
    fiveDays: z.number().exactOptional(),
  }),
);

export const rebalanceWindowSchema = schemaOf<RebalanceWindow>()(
  z.object({
    session: z.string(),
    from: z.number(),
    until: z.number(),
    after: z.enum(['opening', 'vix-settlement']),
  }),
);

export const volatilityReportSchema = schemaOf<VolatilityReport>()(
  z.object({
    vix: readingSchema,
    termSlope: readingSchema,
    termShape: z.enum(['steep', 'normal', 'flat', 'inverted', 'unknown']),
    gate: z.number().exactOptional(),
    expectedDailyRange: readingSchema,
    rut: readingSchema,
    spx: readingSchema,
  }),
);

import { z } from 'zod';
import type { ExposureReading, Ratio } from '#domain/hedge/book-exposure.ts';
import type { CoverReading } from '#domain/hedge/cover.ts';
import type { LayerReading } from '#domain/hedge/layer-reading.ts';
import type { HedgeCost, RollDue } from '#domain/hedge/upkeep.ts';
import type { BudgetCheck, HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import { layerSchema } from './book-schemas.ts';
import { provenanceSchema } from './market-schemas.ts';
import { schemaOf } from './schema-of.ts';

const ratioSchema = schemaOf<Ratio>()(
  z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value: z.number(), isPartial: z.boolean() }),
    z.object({
      known: z.literal(false),
      reason: z.enum(['no-short-vega', 'no-condors', 'unvalued', 'no-loss', 'absurd']),
    }),
  ]),
);

export const rollDueSchema = schemaOf<RollDue>()(
  z.object({
    lotId: z.string(),
    quantity: z.number(),
    layer: layerSchema.exactOptional(),
    expiry: z.string(),
    daysHeld: z.number(),
    daysLeft: z.number(),
    reasons: z.array(z.enum(['age', 'days-left'])),
  }),
);

export const hedgeCostSchema = schemaOf<HedgeCost>()(
  z.object({
    from: z.string(),
    until: z.string(),
    paid: z.number(),
    received: z.number(),
    net: z.number(),
    budget: z.number().exactOptional(),
    used: z.number().exactOptional(),
    unpriced: z.array(
      z.object({ lotId: z.string(), on: z.string(), what: z.enum(['opened', 'closed', 'settled']) }),
    ),
  }),
);

const bufferSchema = z.discriminatedUnion('known', [
  z.object({
    known: z.literal(true),
    value: z.object({
      side: z.enum(['low', 'high']),
      points: z.number(),
      percent: z.number(),
      basis: z.enum(['deviations', 'range']).exactOptional(),
      multiples: z.number(),
      threshold: z.number(),
      isEnough: z.boolean(),
    }),
  }),
  z.object({
    known: z.literal(false),
    reason: z.enum(['no-credit', 'no-forward', 'no-volatility', 'no-spot', 'no-range', 'expired']),
  }),
]);

const unvaluedReasonSchema = z.enum([
  'expired',
  'beyond-calendar',
  'no-forward',
  'no-volatility',
  'no-time-value',
  'impossible-price',
  'no-rate',
  'no-price',
  'no-roll-futures',
  'absurd-mark',
]);

const unvaluedLotSchema = z.object({ lotId: z.string(), reason: unvaluedReasonSchema });

const shockSchema = z.object({ spotPercent: z.number(), volPoints: z.number() });

export const coverSchema = schemaOf<CoverReading>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('cover'),
      shock: shockSchema,
      cover: z.number(),
      isAtLeast: z.boolean(),
      condors: z.number(),
      hedge: z.number(),
    }),
    z.object({
      kind: z.literal('unknown'),
      shock: shockSchema,
      reason: z.enum(['no-condors', 'no-loss', 'too-small', 'hedge-loses', 'unvalued', 'absurd']),
      condors: z.number().exactOptional(),
      hedge: z.number().exactOptional(),
      unvalued: z.array(unvaluedLotSchema),
    }),
  ]),
);

const layerCounts = { layer: layerSchema, held: z.number(), base: z.number() };

export const layerReadingSchema = schemaOf<LayerReading>()(
  z.union([
    z.object({ ...layerCounts, state: z.literal('whole') }),
    z.object({ ...layerCounts, state: z.literal('below'), status: z.literal('watch') }),
    z.object({ ...layerCounts, state: z.enum(['thin', 'empty', 'settled']), status: z.literal('act') }),
  ]),
);

export const hedgeReportSchema = schemaOf<HedgeReport>()(
  z.object({
    mode: z.enum(['vega', 'unit']),
    unitReason: z.enum(['set', 'unvalued-legs', 'no-lots']).exactOptional(),
    meaning: z.enum(['multiplier', 'absolute']),
    ratio: ratioSchema,
    cover: z.array(coverSchema).exactOptional(),
    isShortDated: z.literal(true).exactOptional(),
    stressRatio: ratioSchema.exactOptional(),
    afterNextExpiry: z
      .object({ expiry: z.string(), days: z.number(), ratio: ratioSchema, agedRatio: ratioSchema })
      .exactOptional(),
    condors: z.number(),
    condorExposure: z.number().exactOptional(),
    condorVega: z.number().exactOptional(),
    rows: z.array(
      z.object({
        expiry: z.string().exactOptional(),
        layers: z.array(layerSchema),
        contracts: z.number(),
        exposure: z.number().exactOptional(),
        ratio: ratioSchema,
        isCounted: z.boolean(),
      }),
    ),
    unvalued: z.array(unvaluedLotSchema),
    isIllustration: z.boolean(),
    oldestMark: provenanceSchema.exactOptional(),
    rolls: z.array(rollDueSchema),
    layers: z.array(layerReadingSchema).exactOptional(),
    cost: hedgeCostSchema,
    breakEvens: z.array(z.object({ lotId: z.string(), buffer: bufferSchema })),
    drag: z
      .object({
        lotId: z.string(),
        from: z.string(),
        until: z.string(),
        days: z.number(),
        condor: z.number(),
        etf: z.number(),
        period: z.number(),
        rate: z.number().exactOptional(),
      })
      .exactOptional(),
  }),
);

export const exposureFaultSchema = z.enum(['unreadable', 'unmeasured']);

export const budgetCheckSchema = schemaOf<BudgetCheck>()(
  z.object({ net: z.number(), step: z.number(), budget: z.number() }),
);

export const parityReadingSchema = schemaOf<ParityReading>()(
  z.object({
    root: z.enum(['SPX', 'VIX']),
    expiry: z.string(),
    strike: z.number(),
    asOf: z.number(),
    source: z.string(),
    gap: z.number(),
    box: z.object({ upper: z.number(), rate: z.number(), spread: z.number() }).exactOptional(),
    edge: z.number().exactOptional(),
    side: z.enum(['conversion', 'reversal', 'lend', 'borrow']).exactOptional(),
    isOpportunity: z.boolean(),
  }),
);

export const exposureReadingSchema = schemaOf<ExposureReading>()(
  z.discriminatedUnion('mode', [
    z.object({
      mode: z.literal('unit'),
      condors: z.number(),
      hedge: z.array(z.number()),
      ratio: z.number(),
      plan: z
        .union([
          z.object({
            exact: z.array(z.number()),
            whole: z.array(z.number()),
            achieved: z.number(),
            error: z.number(),
          }),
          z.literal('too-small'),
        ])
        .exactOptional(),
    }),
    z.object({ mode: z.literal('none'), reason: z.enum(['no-book', 'no-condors']) }),
  ]),
);

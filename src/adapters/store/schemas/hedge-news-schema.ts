import { z } from 'zod';
import type { MonetiseReport } from '#domain/hedge/monetise.ts';
import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import { layerSchema } from './book-schemas.ts';
import { coverSchema, hedgeCostSchema, layerReadingSchema, rollDueSchema } from './hedge-schemas.ts';
import { ticketInstrumentSchema } from './order-fill-schema.ts';
import { schemaOf } from './schema-of.ts';

const trancheSchema = z.object({
  lotId: z.string(),
  layer: layerSchema.exactOptional(),
  contract: ticketInstrumentSchema,
  act: z.enum(['sell', 'roll']),
  quantity: z.number(),
  cash: z.number().exactOptional(),
  isModel: z.literal(true).exactOptional(),
  successor: z.object({ expiry: z.string(), strike: z.number() }).exactOptional(),
});

const monetiseReportSchema = schemaOf<MonetiseReport>()(
  z.object({
    triggers: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('market'), vix: z.number(), score: z.number() }),
        z.object({ kind: z.literal('lot'), lotId: z.string(), multiple: z.number() }),
      ]),
    ),
    tranches: z.array(trancheSchema),
    vix: z.number().exactOptional(),
    score: z.number().exactOptional(),
    mean: z.number().exactOptional(),
    block: z.enum(['up-order', 'up-step']).exactOptional(),
    cash: z.number().exactOptional(),
    cover: z.object({ before: coverSchema, after: coverSchema }).exactOptional(),
    giveBack: z.number().exactOptional(),
  }),
);

export const hedgeNewsSchema = schemaOf<HedgeNews>()(
  z.discriminatedUnion('about', [
    z.object({
      about: z.literal('roll'),
      roll: rollDueSchema,
      others: z.array(rollDueSchema).exactOptional(),
      isIllustration: z.boolean(),
    }),
    z.object({ about: z.literal('layer'), layers: z.array(layerReadingSchema), isIllustration: z.boolean() }),
    z.object({
      about: z.literal('monetise'),
      report: monetiseReportSchema,
      closes: z.number(),
      isIllustration: z.boolean(),
    }),
    z.object({ about: z.literal('budget'), reached: z.number(), cost: hedgeCostSchema }),
  ]),
);

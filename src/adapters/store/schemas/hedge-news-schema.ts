import { z } from 'zod';
import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import { hedgeCostSchema, layerReadingSchema, rollDueSchema } from './hedge-schemas.ts';
import { schemaOf } from './schema-of.ts';

export const hedgeNewsSchema = schemaOf<HedgeNews>()(
  z.discriminatedUnion('about', [
    z.object({
      about: z.literal('roll'),
      roll: rollDueSchema,
      others: z.array(rollDueSchema).exactOptional(),
      isIllustration: z.boolean(),
    }),
    z.object({ about: z.literal('layer'), layers: z.array(layerReadingSchema), isIllustration: z.boolean() }),
    z.object({ about: z.literal('budget'), reached: z.number(), cost: hedgeCostSchema }),
  ]),
);

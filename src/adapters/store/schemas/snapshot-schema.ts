import { z } from 'zod';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evaluationSchema } from './decision-schemas.ts';
import {
  contextReadingSchema,
  marketHistorySchema,
  quoteSchema,
  rebalanceWindowSchema,
} from './market-schemas.ts';
import { figuresSchema, printSchema, sourcedFiguresSchema } from './release-schemas.ts';
import { schemaOf } from './schema-of.ts';

const knownPrintSchema = z.object({
  print: printSchema,
  history: z.array(z.object({ date: z.string(), figures: figuresSchema })),
  dayZero: z.string(),
  sessionBefore: z.string(),
  standing: z
    .object({
      kind: z.enum(['provisional', 'confirmed', 'disputed']),
      looks: z.array(sourcedFiguresSchema),
    })
    .exactOptional(),
});

export const snapshotSchema = schemaOf<Snapshot>()(
  z.object({
    asOf: z.number(),
    evaluation: evaluationSchema,
    lastSession: z.string(),
    sessions: z.array(z.string()),
    market: marketHistorySchema,
    quotes: z.object({ rut: quoteSchema, spx: quoteSchema }).exactOptional(),
    prints: z.array(knownPrintSchema),
    context: z.array(contextReadingSchema).exactOptional(),
    rebalance: rebalanceWindowSchema.exactOptional(),
    fomc: z
      .object({ statement: z.string(), sessionsAway: z.number(), latest: z.string().exactOptional() })
      .exactOptional(),
  }),
);

import { z } from 'zod';
import type { SourceState } from '#domain/health/source-state.ts';
import { schemaOf } from './schema-of.ts';

export const sourceStateSchema = schemaOf<SourceState>()(
  z.object({
    source: z.string(),
    day: z.object({ day: z.string(), spent: z.number() }),
    minute: z.object({ startedAt: z.number(), spent: z.number() }),
    lastSuccessAt: z.number().exactOptional(),
    lastFailure: z
      .object({ at: z.number(), kind: z.enum(['unavailable', 'changed']), words: z.string() })
      .exactOptional(),
    failuresInRow: z.number(),
    restsUntil: z.number().exactOptional(),
  }),
);

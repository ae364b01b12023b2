import { z } from 'zod';
import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import { schemaOf } from './schema-of.ts';

export const dueWorkSchema = schemaOf<DueWork>()(
  z.object({
    id: z.string(),
    kind: z.enum([
      'pre-brief',
      'print',
      'check',
      'close',
      'calendar-refresh',
      'purge-servers',
      'forecast',
      'hedge',
      'review',
      'verify',
    ]),
    releaseId: z.string().exactOptional(),
    session: z.string(),
    time: z.enum(['09:45', '10:30']).exactOptional(),
    dueAt: z.number(),
    validUntil: z.number(),
  }),
);

export const workStateSchema = schemaOf<WorkState>()(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('due'), notBefore: z.number() }),
    z.object({ state: z.literal('claimed'), since: z.number(), notBefore: z.number() }),
    z.object({ state: z.literal('done'), at: z.number(), late: z.boolean() }),
    z.object({ state: z.literal('skipped'), at: z.number(), reason: z.string() }),
    z.object({ state: z.literal('missed'), at: z.number() }),
  ]),
);

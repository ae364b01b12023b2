import { z } from 'zod';
import type { OwedReport } from '#domain/hedge/order-report.ts';
import type { OrderDraft, OrderOpening, OrderTicket, StepOrder } from '#domain/hedge/step-order.ts';
import { layerSchema } from './book-schemas.ts';
import { coverSchema } from './hedge-schemas.ts';
import { orderFillSchema } from './order-fill-schema.ts';
import { schemaOf } from './schema-of.ts';

const sideSchema = z.enum(['buy', 'sell']);
const styleSchema = z.enum(['deviations', 'delta', 'held']);

const contract = {
  layer: layerSchema,
  right: z.literal('call'),
  strike: z.number(),
  expiry: z.string(),
  unit: z.number().exactOptional(),
  touch: z.number().exactOptional(),
  mid: z.number().exactOptional(),
  theoretical: z.number().exactOptional(),
};

const orderTicketSchema = schemaOf<OrderTicket>()(
  z.object({
    ...contract,
    side: sideSchema,
    quantity: z.number(),
    each: z.number(),
    lotId: z.string().exactOptional(),
  }),
);

const planSchema = z.object({
  style: styleSchema,
  tickets: z.array(orderTicketSchema),
  calls: z
    .array(z.object({ ...contract, weight: z.number(), fellBackTo: styleSchema.exactOptional() }))
    .exactOptional(),
  reaches: z.number(),
  oneMoreReaches: z.number().exactOptional(),
  cover: coverSchema.exactOptional(),
});

const termsSchema = z.object({
  reason: z.enum(['step', 'base']),
  side: sideSchema,
  from: z.number(),
  to: z.number(),
  decision: z.string().exactOptional(),
  session: z.string(),
  window: z.object({
    session: z.string(),
    from: z.number(),
    until: z.number(),
    after: z.enum(['opening', 'vix-settlement']),
  }),
  meaning: z.enum(['multiplier', 'absolute']),
  validUntil: z.number(),
  scale: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exposure'), total: z.number() }),
    z.object({ kind: z.literal('contracts'), held: z.number() }),
  ]),
  plans: z.array(planSchema),
  credit: z.number().exactOptional(),
  unnamed: z.literal('no-listing').exactOptional(),
  units: z.object({
    calls: z.array(z.object({ expiry: z.string(), strike: z.number(), unit: z.number() })),
    futures: z.array(z.object({ expiry: z.string(), unit: z.number() })),
    shares: z.array(z.object({ symbol: z.enum(['VXX', 'UVXY']), unit: z.number() })),
  }),
});

const draft = termsSchema.extend({ next: termsSchema.exactOptional() });
const draftSchema = schemaOf<OrderDraft>()(draft);

const at = z.number();

export const stepOrderSchema = schemaOf<StepOrder>()(
  draft.extend({
    id: z.string(),
    openedAt: z.number(),
    fills: z.array(orderFillSchema),
    takenBy: z.object({ by: z.string(), at }).exactOptional(),
    end: z
      .discriminatedUnion('how', [
        z.object({ how: z.literal('done'), at }),
        z.object({ how: z.literal('skipped'), at, by: z.string(), why: z.string() }),
        z.object({ how: z.literal('replaced'), at, successor: z.string() }),
        z.object({
          how: z.literal('cancelled'),
          at,
          why: z.enum(['late-gate', 'multiplier-changed', 'meaning-switched']),
        }),
        z.object({ how: z.literal('expired'), at }),
      ])
      .exactOptional(),
  }),
);

export const orderOpeningSchema = schemaOf<OrderOpening>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('opens'), order: draftSchema }),
    z.object({
      kind: z.literal('none'),
      reason: z.enum(['already-there', 'no-whole-contract', 'no-scale', 'no-call', 'no-book']),
      filled: z.number().exactOptional(),
      oneWouldReach: z.number().exactOptional(),
    }),
  ]),
);

export const owedReportSchema = schemaOf<OwedReport>()(
  z.object({
    asked: z.number(),
    filled: z.number().exactOptional(),
    order: stepOrderSchema,
    tickets: z.array(orderTicketSchema),
  }),
);

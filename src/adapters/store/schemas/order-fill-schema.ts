import { z } from 'zod';
import type { Ticket } from '#domain/book/ticket.ts';
import type { OrderFill } from '#domain/hedge/step-order.ts';
import { schemaOf } from './schema-of.ts';

const sideSchema = z.enum(['buy', 'sell']);

const option = {
  instrument: z.literal('VIX'),
  right: z.enum(['call', 'put']),
  strike: z.number(),
  expiry: z.string(),
};
const future = { instrument: z.enum(['VX', 'VXM']), expiry: z.string() };
const shares = { instrument: z.enum(['VXX', 'UVXY']) };

const traded = { side: sideSchema, quantity: z.number(), price: z.number().exactOptional() };

const ticketSchema = schemaOf<Ticket>()(
  z.union([
    z.object({ ...traded, ...option }),
    z.object({ ...traded, ...future }),
    z.object({ ...traded, ...shares }),
  ]),
);

export const orderFillSchema = schemaOf<OrderFill>()(
  z.object({
    id: z.string(),
    ticket: ticketSchema.exactOptional(),
    percent: z.number().exactOptional(),
    tradedOn: z.string(),
    each: z.number(),
    by: z.string(),
    at: z.number(),
  }),
);

import { z } from 'zod';
import type { BookedLot, LotEvent } from '#domain/book/book-record.ts';
import type { LotChange } from '#domain/book/lot-draft.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { LayerName, Lot } from '#domain/book/lot.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { orderFillSchema } from './order-fill-schema.ts';
import { schemaOf } from './schema-of.ts';

export const layerSchema = schemaOf<LayerName>()(z.enum(['short', 'medium', 'long']));
const rightSchema = z.enum(['call', 'put']);
const settlementSchema = z.enum(['AM', 'PM']);

const facts = { quantity: z.number(), openedOn: z.string(), isIllustration: z.literal(true).exactOptional() };

const condor = {
  ...facts,
  kind: z.literal('condor'),
  expiry: z.string(),
  settlement: settlementSchema,
  strikes: z.object({
    longPut: z.number(),
    shortPut: z.number(),
    shortCall: z.number(),
    longCall: z.number(),
  }),
  credit: z.number().exactOptional(),
};

const hedge = {
  ...facts,
  kind: z.literal('hedge'),
  layer: layerSchema.exactOptional(),
  cost: z.number().exactOptional(),
  step: z.object({ order: z.string(), each: z.number() }).exactOptional(),
};

const option = {
  ...hedge,
  instrument: z.literal('VIX'),
  right: rightSchema,
  strike: z.number(),
  expiry: z.string(),
};
const future = { ...hedge, instrument: z.enum(['VX', 'VXM']), expiry: z.string() };
const shares = { ...hedge, instrument: z.enum(['VXX', 'UVXY']) };
const id = z.string();

const lotSchema = schemaOf<Lot>()(
  z.union([
    z.object({ ...condor, id }),
    z.object({ ...option, id }),
    z.object({ ...future, id }),
    z.object({ ...shares, id }),
  ]),
);

const endSchema = z.discriminatedUnion('how', [
  z.object({ how: z.literal('closed'), on: z.string(), price: z.number().exactOptional() }),
  z.object({ how: z.literal('expired'), on: z.string(), at: z.number() }),
  z.object({ how: z.literal('removed') }),
]);

export const bookedLotSchema = schemaOf<BookedLot>()(
  z.object({ lot: lotSchema, revision: z.number(), end: endSchema.exactOptional() }),
);

export const lotEventSchema = schemaOf<LotEvent>()(
  z.object({
    kind: z.enum(['added', 'edited', 'removed', 'closed', 'expired', 'restored']),
    id,
    revision: z.number(),
    before: lotSchema.exactOptional(),
    after: lotSchema.exactOptional(),
    end: endSchema.exactOptional(),
    splitFrom: z.string().exactOptional(),
    reason: z.enum(['step', 'base', 'roll', 'monetise', 'correction', 'close']).exactOptional(),
    fill: z.string().exactOptional(),
    undoes: z.number().exactOptional(),
    by: z.string(),
    approvedBy: z.string().exactOptional(),
    at: z.number(),
  }),
);

const target = { id, basis: z.number(), was: lotSchema };

const lotChangeSchema = schemaOf<LotChange>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('add'),
      lot: z.union([z.object(condor), z.object(option), z.object(future), z.object(shares)]),
    }),
    z.object({ ...target, kind: z.literal('edit'), lot: lotSchema }),
    z.object({ ...target, kind: z.literal('remove') }),
    z.object({
      ...target,
      kind: z.literal('close'),
      on: z.string(),
      quantity: z.number().exactOptional(),
      price: z.number().exactOptional(),
    }),
    z.object({ ...target, kind: z.literal('expire'), on: z.string(), settledAt: z.number() }),
  ]),
);

const numberSchema = z.enum(['quantity', 'strike', 'cost', 'credit', 'price']);
const fieldSchema = z.enum([
  'expiry',
  'strike',
  'right',
  'layer',
  'strikes',
  'settlement',
  'cost',
  'credit',
  'source',
  'date',
]);
const nearest = z.array(z.string());

const lotFaultSchema = schemaOf<LotFault>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('quantity'), value: z.number() }),
    z.object({ kind: z.literal('not-positive'), what: numberSchema, value: z.number() }),
    z.object({ kind: z.literal('negative'), what: numberSchema, value: z.number() }),
    z.object({ kind: z.literal('strikes-unreadable'), typed: z.string() }),
    z.object({ kind: z.literal('strikes-order'), strikes: z.array(z.number()) }),
    z.object({ kind: z.literal('credit-above-wing'), credit: z.number(), wing: z.number() }),
    z.object({ kind: z.literal('unreadable-day'), what: z.enum(['expiry', 'date']), typed: z.string() }),
    z.object({ kind: z.literal('expired'), expiry: z.string(), nearest }),
    z.object({
      kind: z.literal('not-listed'),
      product: z.enum(['VIX options', 'VIX futures', 'SPX AM options', 'SPX PM options']),
      expiry: z.string(),
      nearest,
    }),
    z.object({ kind: z.literal('beyond-calendar'), expiry: z.string() }),
    z.object({ kind: z.literal('in-future'), day: z.string() }),
    z.object({ kind: z.literal('not-a-session'), day: z.string(), nearest }),
    z.object({ kind: z.literal('closed-before-opened'), openedOn: z.string(), closedOn: z.string() }),
    z.object({ kind: z.literal('expires-before-opened'), openedOn: z.string(), expiry: z.string() }),
    z.object({ kind: z.literal('lacks'), field: fieldSchema, of: z.string() }),
    z.object({ kind: z.literal('does-not-take'), field: fieldSchema, of: z.string() }),
    z.object({ kind: z.literal('more-than-held'), asked: z.number(), held: z.number() }),
  ]),
);

const sizeSchema = z.object({
  condors: z.number(),
  hedges: z.number(),
  ratio: z.number().exactOptional(),
  hedgeDollars: z.number().exactOptional(),
});

const proposalStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('approved'), by: z.string(), at: z.number(), revision: z.number() }),
  z.object({ state: z.literal('declined'), by: z.string(), at: z.number() }),
  z.object({ state: z.literal('expired'), at: z.number() }),
  z.object({
    state: z.literal('outdated'),
    at: z.number(),
    lot: z.string().exactOptional(),
    faults: z.array(lotFaultSchema).exactOptional(),
  }),
]);

export const proposalSchema = schemaOf<Proposal>()(
  z.object({
    id,
    by: z.string(),
    at: z.number(),
    expiresAt: z.number(),
    changes: z.array(lotChangeSchema),
    before: sizeSchema,
    after: sizeSchema,
    standing: proposalStateSchema,
    fill: z.object({ order: z.string(), fills: z.array(orderFillSchema) }).exactOptional(),
  }),
);

export const manualMarkSchema = schemaOf<ManualMark>()(
  z.object({
    of: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('future'), expiry: z.string() }),
      z.object({
        kind: z.literal('option'),
        root: z.enum(['SPX', 'VIX']),
        expiry: z.string(),
        settlement: settlementSchema,
        strike: z.number(),
        right: rightSchema,
      }),
      z.object({ kind: z.literal('share'), symbol: z.enum(['VXX', 'UVXY']) }),
      z.object({ kind: z.literal('index'), index: z.enum(['SPX', 'VIX']) }),
      z.object({ kind: z.literal('rate') }),
      z.object({
        kind: z.literal('multiple'),
        multiple: z.enum(['P/E', 'P/CF']),
        caps: z.enum(['small', 'large']),
      }),
    ]),
    unit: z.enum(['price', 'volatility', 'rate', 'multiple']),
    value: z.number(),
    source: z.string().exactOptional(),
    day: z.string().exactOptional(),
    by: z.string(),
    at: z.number(),
  }),
);

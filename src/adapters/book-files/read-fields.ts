import { z } from 'zod';
import type { CellFault, FileFault, FilePlace } from '#domain/book/book-file.ts';
import type { Condor, Hedge } from '#domain/book/lot.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { Session } from '#domain/market/session.ts';

const Day = z.iso.date();
const shared = {
  id: z.string().optional(),
  quantity: z.number(),
  opened_on: Day.optional(),
  illustration: z.enum(['yes', 'no']).optional(),
};
const ofHedge = {
  ...shared,
  cost: z.number().optional(),
  layer: z.enum(['short', 'medium', 'long']).optional(),
};
const CondorFields = z.strictObject({
  ...shared,
  instrument: z.literal('SPX'),
  expiry: Day,
  settlement: z.enum(['AM', 'PM']).default('PM'),
  long_put: z.number(),
  short_put: z.number(),
  short_call: z.number(),
  long_call: z.number(),
  credit: z.number().optional(),
});
const OptionFields = z.strictObject({
  ...ofHedge,
  instrument: z.literal('VIX'),
  expiry: Day,
  right: z.enum(['call', 'put']).default('call'),
  strike: z.number(),
});
const FutureFields = z.strictObject({ ...ofHedge, instrument: z.enum(['VX', 'VXM']), expiry: Day });
const ShareFields = z.strictObject({ ...ofHedge, instrument: z.enum(['VXX', 'UVXY']) });
const Fields = z.discriminatedUnion('instrument', [CondorFields, OptionFields, FutureFields, ShareFields]);
type Fields = z.output<typeof Fields>;

const INSTRUMENTS = ['SPX', 'VIX', 'VX', 'VXM', 'VXX', 'UVXY'];

/** A position of its fields, absent ones left out; or everything that keeps them from being one. */
export function readFields(
  fields: Readonly<Record<string, unknown>>,
  place: FilePlace,
  openedOn: Session,
): NewLot | readonly FileFault[] {
  const read = Fields.safeParse(fields);
  return read.success
    ? lotOf(read.data, openedOn)
    : read.error.issues.flatMap((issue) => faultsOf(issue, fields, place));
}

function faultsOf(
  issue: z.core.$ZodIssue,
  fields: Readonly<Record<string, unknown>>,
  place: FilePlace,
): readonly FileFault[] {
  if (issue.code === 'unrecognized_keys') {
    const of = String(fields['instrument']);
    return issue.keys.map((column) => ({ place: { ...place, column }, fault: { kind: 'not-taken', of } }));
  }
  const column = String(issue.path[0] ?? '');
  return [{ place: { ...place, column }, fault: cellFault(issue, fields[column]) }];
}

function cellFault(issue: z.core.$ZodIssue, value: unknown): CellFault {
  if (value === undefined) {
    return { kind: 'empty' };
  }
  const typed = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  if (issue.code === 'invalid_union') {
    return { kind: 'no-word', typed, allowed: INSTRUMENTS };
  }
  if (issue.code === 'invalid_value') {
    return { kind: 'no-word', typed, allowed: issue.values.map(String) };
  }
  if (issue.code === 'invalid_format') {
    return { kind: 'no-day', typed };
  }
  return issue.code === 'invalid_type' && issue.expected === 'number'
    ? { kind: 'no-number', typed }
    : { kind: 'no-value', expected: 'text' };
}

function lotOf(fields: Fields, openedOn: Session): NewLot {
  const facts = {
    quantity: fields.quantity,
    openedOn: fields.opened_on ?? openedOn,
    ...(fields.illustration === 'yes' && { isIllustration: true as const }),
  };
  return fields.instrument === 'SPX' ? { ...facts, ...condorOf(fields) } : { ...facts, ...hedgeOf(fields) };
}

type HedgeFields = Exclude<Fields, { instrument: 'SPX' }>;
type WithoutFacts<Each> = Each extends unknown ? Omit<Each, 'id' | 'quantity' | 'openedOn'> : never;

function hedgeOf(fields: HedgeFields): WithoutFacts<Hedge> {
  const { layer, cost } = fields;
  const hedge = { kind: 'hedge' as const, ...(layer && { layer }), ...(cost !== undefined && { cost }) };
  switch (fields.instrument) {
    case 'VIX': {
      const { instrument, right, strike, expiry } = fields;
      return { ...hedge, instrument, right, strike, expiry };
    }
    case 'VX':
    case 'VXM':
      return { ...hedge, instrument: fields.instrument, expiry: fields.expiry };
    case 'VXX':
    case 'UVXY':
      return { ...hedge, instrument: fields.instrument };
  }
}

function condorOf(
  fields: z.output<typeof CondorFields>,
): Pick<Condor, 'kind' | 'expiry' | 'settlement' | 'strikes' | 'credit'> {
  const { expiry, settlement, credit } = fields;
  return {
    kind: 'condor',
    expiry,
    settlement,
    strikes: {
      longPut: fields.long_put,
      shortPut: fields.short_put,
      shortCall: fields.short_call,
      longCall: fields.long_call,
    },
    ...(credit !== undefined && { credit }),
  };
}

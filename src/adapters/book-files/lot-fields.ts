/** What a position is written with, in the order of the columns. docs/book-files.md explains each. */
export const FIELDS = [
  'id',
  'instrument',
  'quantity',
  'expiry',
  'settlement',
  'right',
  'strike',
  'long_put',
  'short_put',
  'short_call',
  'long_call',
  'credit',
  'cost',
  'layer',
  'opened_on',
  'illustration',
] as const;

export type Field = (typeof FIELDS)[number];

/** Fields whose cells are numbers. */
export const NUMBERS: ReadonlySet<string> = new Set<Field>([
  'quantity',
  'strike',
  'long_put',
  'short_put',
  'short_call',
  'long_call',
  'credit',
  'cost',
]);

/** The fields that every table must have. */
export const NEEDED: readonly Field[] = ['instrument', 'quantity'];

import type { z } from 'zod';
import { StoredRowDamaged } from '#domain/problem.ts';

/**
 * Reads columns of one table that hold the JSON of one of our own types.
 *
 * The value is checked and given as it was written: members that this version does not know stay in it, so that it
 * becomes the same bytes when it is written again.
 *
 * @param table - as it is told where a row does not fit
 * @returns what a text says; throws StoredRowDamaged
 */
export function storedJson<Value>(
  table: string,
  schema: z.ZodType<Value>,
): (text: string, id: string | number) => Value {
  return (text, id) => checkedRow(table, schema, id, parsed(text));
}

/**
 * A value put together from the columns of a row, if it is what it should be.
 *
 * @throws StoredRowDamaged, which names the table, the row and the member
 */
export function checkedRow<Value>(
  table: string,
  schema: z.ZodType<Value>,
  id: string | number,
  value: unknown,
): Value {
  const fits = (candidate: unknown): candidate is Value => schema.safeParse(candidate).success;
  if (fits(value)) {
    return value;
  }
  const issue = schema.safeParse(value).error?.issues[0];
  throw new StoredRowDamaged(table, String(id), issue?.path.join('.') ?? '', issue?.message ?? '');
}

/** `undefined` for what is no JSON, which no schema takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

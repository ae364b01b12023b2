import { z } from 'zod';

/**
 * A column that holds the canonical JSON of one of our own types.
 *
 * Only its outer form is looked at again: this store wrote it from a value of that type under the same version of
 * the schema, and SQLite vouches for the bytes.
 */
export function storedJson<Value extends object>(): z.ZodType<Value, string> {
  const kept = z.custom<Value>((value) => typeof value === 'object' && value !== null);
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(kept);
}

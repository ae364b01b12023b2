import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

const Example = z.object({
  id: z.string(),
  fn: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.unknown(),
});

/** A worked example that was computed apart from this code: what goes in and what comes out. */
export type QuantExample = z.output<typeof Example>;

/**
 * The worked examples of some functions, as `../shared/data/quant-examples.json` names them.
 *
 * @returns none where that folder is not there, after saying so
 */
export function quantExamples(...names: readonly string[]): readonly QuantExample[] {
  if (!hasSharedData(`worked examples of ${names.join(', ')}`)) {
    return [];
  }
  const text = readFileSync(`${SHARED_DIR}/data/quant-examples.json`, 'utf8');
  const { vectors } = z.object({ vectors: z.array(Example) }).parse(JSON.parse(text));
  return vectors.filter(({ fn }) => names.includes(fn));
}

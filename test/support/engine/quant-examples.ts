import { z } from 'zod';
import { fixture } from '#test/support/http/fixture.ts';

const Example = z.object({
  id: z.string(),
  fn: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  expected: z.unknown(),
});

const Examples = z.object({ vectors: z.array(Example) });

/** A worked example that was computed apart from this code: what goes in and what comes out. */
export type QuantExample = z.output<typeof Example>;

/** The worked examples of some functions, as `test/fixtures/worked-examples.json` names them. */
export function quantExamples(...names: readonly string[]): readonly QuantExample[] {
  const { vectors } = Examples.parse(JSON.parse(fixture('worked-examples.json')));
  return vectors.filter(({ fn }) => names.includes(fn));
}

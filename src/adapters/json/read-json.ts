import { z } from 'zod';
import { SourceChanged } from '../../domain/problem.ts';

/** Characters of a body or of a schema's complaint that a problem quotes. */
const SHOWN = 200;

/**
 * What a body says, once it has the shape that we know.
 *
 * @throws SourceChanged naming the path of what is missing or of another type
 */
export function readJson<Schema extends z.ZodType>(
  body: string,
  schema: Schema,
  source: string,
): z.output<Schema> {
  const read = schema.safeParse(parsed(body, source));
  if (!read.success) {
    throw new SourceChanged(source, z.prettifyError(read.error).slice(0, SHOWN), { cause: read.error });
  }
  return read.data;
}

function parsed(body: string, source: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new SourceChanged(source, 'a body that is no whole JSON', { cause: error });
  }
}

import { z } from 'zod';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';

/**
 * A JSON body as its schema reads it.
 *
 * @throws SourceUnavailable if it is no JSON (cut off, most likely); SourceChanged naming the path of what is not as
 *   it was
 */
export function readJson<Schema extends z.ZodType>(
  source: string,
  body: string,
  schema: Schema,
): z.output<Schema> {
  const read = schema.safeParse(parsed(source, body));
  if (!read.success) {
    throw new SourceChanged(source, z.prettifyError(read.error), { cause: read.error });
  }
  return read.data;
}

function parsed(source: string, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The parser's own words quote the body, and with it whatever stands there.
    throw new SourceUnavailable(source, { cause: new Error('its answer is no whole JSON') });
  }
}

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from '#adapters/http/read-json.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';

const Rates = z.object({ rates: z.array(z.number()) });

describe('readJson', () => {
  it('gives what the schema reads', () => {
    expect(readJson('rates', '{"rates":[1]}', Rates)).toEqual({ rates: [1] });
  });

  it('takes half a body for no answer, and quotes nothing of it', () => {
    const read = () => readJson('rates', '{"rates":[1, "k3y', Rates);
    expect(read).toThrow(SourceUnavailable);
    expect(() => readJson('rates', 'k3y', Rates)).toThrow(
      expect.objectContaining({ cause: new Error('its answer is no whole JSON') }),
    );
  });

  it('takes another form for a changed source, and says where', () => {
    const read = () => readJson('rates', '{"rates":[1,"2"]}', Rates);
    expect(read).toThrow(SourceChanged);
    expect(read).toThrow('rates[1]');
  });
});

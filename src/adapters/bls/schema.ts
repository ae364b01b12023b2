import { z } from 'zod';

/** A level, or the source's way of writing that there is none. */
const Value = z.union([
  z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .refine((text) => Number(text) > 0, 'not above 0')
    .transform((level) => ({ level })),
  z.enum(['-', '']).transform(() => ({ level: undefined })),
]);

const Footnote = z.object({ code: z.string().optional(), text: z.string().optional() });

/** One month of one series; `M13` is the year's average. */
const Row = z.object({
  year: z.string().regex(/^\d{4}$/),
  period: z.string().regex(/^M(0[1-9]|1[0-3])$/),
  value: Value,
  footnotes: z.array(Footnote.nullable()).optional(),
});

const Series = z.object({ seriesID: z.string(), data: z.array(Row) });

/** An object in answers as they are seen, a list of one in the documentation. */
const Results = z.preprocess(
  (results: unknown): unknown => (Array.isArray(results) ? results[0] : results),
  z.object({ series: z.array(Series) }),
);

/** What every answer has. */
export const Status = z.object({ status: z.string(), message: z.array(z.string()).default([]) });

/**
 * An answer with figures.
 *
 * @see https://www.bls.gov/developers/api_signature_v2.htm
 */
export const Answered = z.object({ Results });

export type BlsSeries = z.output<typeof Series>;

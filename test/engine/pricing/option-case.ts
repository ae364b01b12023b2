import fc from 'fast-check';
import { z } from 'zod';
import type { Right } from '#domain/book/lot.ts';

/** Rights, moneyness, time, rates and volatilities of anything from the last hour to ten years. */
export const optionCase = fc.record({
  right: fc.constantFrom<Right>('call', 'put'),
  level: fc.double({ min: 5, max: 8_000, noNaN: true }),
  moneyness: fc.double({ min: -0.7, max: 0.7, noNaN: true }),
  years: fc.double({ min: 1e-4, max: 10, noNaN: true }),
  rate: fc.double({ min: -0.02, max: 0.1, noNaN: true }),
  dividendYield: fc.double({ min: 0, max: 0.05, noNaN: true }),
  volatility: fc.double({ min: 0.03, max: 4.5, noNaN: true }),
});

/** Inputs of the worked examples `bsm` and `black76`. */
export const ExampleInputs = z
  .object({
    type: z.enum(['call', 'put']),
    S: z.number().optional(),
    F: z.number().optional(),
    K: z.number(),
    T: z.number(),
    r: z.number(),
    q: z.number().optional(),
    sigma: z.number().optional(),
    price: z.number().optional(),
  })
  .transform(({ type: right, S: spot = 0, F: forward = 0, K: strike, T: years, r: rate, ...rest }) => ({
    right,
    spot,
    forward,
    strike,
    years,
    rate,
    dividendYield: rest.q ?? 0,
    volatility: rest.sigma ?? 0,
    price: rest.price ?? 0,
  }));

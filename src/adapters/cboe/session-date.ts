import { z } from 'zod';

/** `MM/DD/YYYY`, the trading day in New York, read as `YYYY-MM-DD`. A day that no calendar has is refused. */
export const SessionDate = z
  .string()
  .regex(/^\d{2}\/\d{2}\/\d{4}$/, 'expected MM/DD/YYYY')
  .transform((text) => `${text.slice(6)}-${text.slice(0, 2)}-${text.slice(3, 5)}`)
  .pipe(z.iso.date());

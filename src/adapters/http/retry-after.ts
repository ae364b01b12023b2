import { DAY, SECOND } from '#domain/duration.ts';

/** Nobody is left alone for longer, whatever they ask for: a day. */
const LONGEST = DAY;

/**
 * How long a provider wants to be left alone, milliseconds; `undefined` where it does not say.
 *
 * @param text - seconds or an HTTP date
 * @param now - epoch milliseconds (UTC)
 * @see RFC 9110, section 10.2.3
 */
export function retryAfter(text: string | null, now: number): number | undefined {
  const header = text?.trim() ?? '';
  const wait = /^\d+$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(LONGEST, Math.max(0, wait));
}

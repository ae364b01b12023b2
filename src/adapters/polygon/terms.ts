import { USUAL_TERMS, type WebTerms } from '#adapters/http/web-terms.ts';

/** Requests a minute on the free plan. */
const FREE = 5;

/**
 * How Massive, formerly Polygon, is asked.
 *
 * @param key - of the account
 */
export function massiveTerms(key: string): WebTerms {
  return {
    ...USUAL_TERMS,
    source: 'Massive',
    hosts: ['api.massive.com'],
    retries: { attempts: 2, firstPause: 2_000, longestPause: 15_000 },
    budget: { perMinute: FREE },
    secrets: [key],
  };
}

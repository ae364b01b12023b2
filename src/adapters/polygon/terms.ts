import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';

/** Requests a minute on the free plan. */
const FREE = 5;

/**
 * How Massive, formerly Polygon, is asked.
 *
 * @param key - of the account
 */
export function massivePolicy(key: string): ClientPolicy {
  return {
    ...DEFAULT_POLICY,
    source: 'Massive',
    hosts: ['api.massive.com'],
    retries: { attempts: 2, firstPause: 2_000, longestPause: 15_000 },
    budget: { perMinute: FREE },
    secrets: [key],
  };
}

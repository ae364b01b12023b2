import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';

const QUESTIONS_A_DAY = { keyed: 500, keyless: 25 };

/**
 * How the series are asked for. Where each question counts, none is repeated: whoever polls asks again anyway.
 *
 * @param key - of BLS, for 500 questions a day instead of 25
 * @see https://www.bls.gov/developers/api_faqs.htm
 */
export function blsPolicy(key: string | undefined): ClientPolicy {
  return {
    ...DEFAULT_POLICY,
    source: 'BLS',
    hosts: ['api.bls.gov'],
    largest: 1_000_000,
    timeout: 10_000,
    retries: { attempts: key === undefined ? 1 : 2, firstPause: 500, longestPause: 5_000 },
    budget: { perDay: key === undefined ? QUESTIONS_A_DAY.keyless : QUESTIONS_A_DAY.keyed },
    breaker: { failures: 8, rest: 15_000 },
    secrets: key === undefined ? [] : [key],
  };
}

/** How the calendar is asked for: another server, which counts nothing. */
export const BLS_CALENDAR_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'BLS calendar',
  hosts: ['www.bls.gov'],
  largest: 2_000_000,
};

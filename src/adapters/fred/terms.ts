import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';

/** How FRED is asked, which takes 120 questions a minute from each key. @see https://fred.stlouisfed.org/docs/api/fred/ */
export function fredPolicy(key: string): ClientPolicy {
  return {
    ...DEFAULT_POLICY,
    source: 'FRED',
    hosts: ['api.stlouisfed.org'],
    largest: 4_000_000,
    budget: { perMinute: 100 },
    secrets: [key],
  };
}

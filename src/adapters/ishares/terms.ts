import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';

/** How iShares is asked: a few times a day. */
export const ISHARES_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'iShares',
  hosts: ['www.ishares.com'],
  largest: 4 * 1024 * 1024,
  budget: { perDay: 50 },
};

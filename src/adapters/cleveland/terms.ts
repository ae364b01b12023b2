import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';

/** How the nowcast is asked for: it changes once a business day, at about 10:00 in New York. */
export const CLEVELAND_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'Cleveland Fed',
  hosts: ['www.clevelandfed.org'],
  largest: 4_000_000,
  budget: { perDay: 50 },
};

import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';

/** How Cboe is asked: its files, its delayed quotes, and the settlements of its futures. It counts nothing. */
export const CBOE_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'Cboe',
  hosts: ['cdn.cboe.com', 'www-api.cboe.com', 'www.cboe.com'],
  budget: { perMinute: 60 },
};

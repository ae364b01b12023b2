import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';
import { MINUTE } from '#domain/duration.ts';

/** How Yahoo is asked: seldom, and not again at once, since it shuts out whoever asks often. */
export const YAHOO_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'Yahoo Finance',
  hosts: ['query1.finance.yahoo.com', 'query2.finance.yahoo.com'],
  retries: { attempts: 2, firstPause: 2_000, longestPause: 10_000 },
  budget: { perMinute: 20 },
  breaker: { failures: 3, rest: 10 * MINUTE },
};

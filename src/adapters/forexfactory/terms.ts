import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';
import { HOUR } from '#domain/duration.ts';

/** How the weekly feed is asked: rarely, since it answers 429 to whoever asks more than about once an hour. */
export const FOREX_FACTORY_POLICY: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'ForexFactory',
  hosts: ['nfs.faireconomy.media'],
  largest: 1_000_000,
  retries: { attempts: 2, firstPause: 2_000, longestPause: 15_000 },
  budget: { perDay: 60, perMinute: 2 },
  breaker: { failures: 3, rest: HOUR },
};

import { USUAL_TERMS, type WebTerms } from '#adapters/http/web-terms.ts';

/** How Yahoo is asked: seldom, and not again at once, since it shuts out whoever asks often. */
export const YAHOO_TERMS: WebTerms = {
  ...USUAL_TERMS,
  source: 'Yahoo Finance',
  hosts: ['query1.finance.yahoo.com', 'query2.finance.yahoo.com'],
  retries: { attempts: 2, firstPause: 2_000, longestPause: 10_000 },
  budget: { perMinute: 20 },
  breaker: { failures: 3, rest: 10 * 60_000 },
};

import { USUAL_TERMS, type WebTerms } from '#adapters/http/web-terms.ts';

/** How Cboe is asked: its files, its delayed quotes, and the settlements of its futures. It counts nothing. */
export const CBOE_TERMS: WebTerms = {
  ...USUAL_TERMS,
  source: 'Cboe',
  hosts: ['cdn.cboe.com', 'www-api.cboe.com', 'www.cboe.com'],
  budget: { perMinute: 60 },
};

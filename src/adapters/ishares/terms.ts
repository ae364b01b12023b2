import { USUAL_TERMS, type WebTerms } from '#adapters/http/web-terms.ts';

/** How iShares is asked: a few times a day. */
export const ISHARES_TERMS: WebTerms = {
  ...USUAL_TERMS,
  source: 'iShares',
  hosts: ['www.ishares.com'],
  largest: 4 * 1024 * 1024,
  budget: { perDay: 50 },
};

import { USUAL_TERMS, type WebTerms } from '#adapters/http/web-terms.ts';

/** How the nowcast is asked for: it changes once a business day, at about 10:00 in New York. */
export const CLEVELAND_TERMS: WebTerms = {
  ...USUAL_TERMS,
  source: 'Cleveland Fed',
  hosts: ['www.clevelandfed.org'],
  largest: 4_000_000,
  budget: { perDay: 50 },
};

import { USUAL_TERMS, type WebTerms } from '#adapters/http/web-terms.ts';

/** How FRED is asked, which takes 120 questions a minute from each key. @see https://fred.stlouisfed.org/docs/api/fred/ */
export function fredTerms(key: string): WebTerms {
  return {
    ...USUAL_TERMS,
    source: 'FRED',
    hosts: ['api.stlouisfed.org'],
    largest: 4_000_000,
    budget: { perMinute: 100 },
    secrets: [key],
  };
}

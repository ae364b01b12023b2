import { createWeb } from '#adapters/http/create-web.ts';
import type { WebParts, WebTerms } from '#adapters/http/web-terms.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';

/** The same terms, but whoever does not answer is not asked again: somebody waits for the outcome. */
export function onceOnly(terms: WebTerms, parts: WebParts): WatchedWeb {
  return createWeb({ ...terms, retries: { ...terms.retries, attempts: 1 } }, parts);
}

import type { HttpClient, HttpRequest } from '#ports/sources/http-client.ts';
import { BENCH_START } from './http-bench.ts';

/** An HTTP client that always answers with this body, and notes what it was asked. */
export function answeringHttpClient(
  body: string | ((request: HttpRequest) => string),
  askedAt = BENCH_START,
): HttpClient & { readonly requests: readonly HttpRequest[] } {
  const requests: HttpRequest[] = [];
  return {
    source: 'test',
    requests,
    async ask(request) {
      requests.push(request);
      return { body: typeof body === 'string' ? body : body(request), askedAt, isUnchanged: false };
    },
  };
}

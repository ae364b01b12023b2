import type { Web, WebRequest } from '#ports/sources/web.ts';
import { BENCH_START } from './web-bench.ts';

/** A way out that always answers with this body, and notes what it was asked. */
export function answeringWeb(
  body: string | ((request: WebRequest) => string),
  askedAt = BENCH_START,
): Web & { readonly requests: readonly WebRequest[] } {
  const requests: WebRequest[] = [];
  return {
    source: 'test',
    requests,
    async ask(request) {
      requests.push(request);
      return { body: typeof body === 'string' ? body : body(request), askedAt, isUnchanged: false };
    },
  };
}

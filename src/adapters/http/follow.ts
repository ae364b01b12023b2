import { SourceChanged } from '#domain/problem.ts';

/** Redirects in a row that are followed. */
const HOPS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

export type Route = {
  readonly source: string;
  readonly hosts: readonly string[];
  readonly fetch: typeof fetch;
};

/**
 * Fetches, and goes where the provider sends us as long as that is one of its own hosts.
 *
 * @throws SourceChanged if it is another host, plain http, or a circle; whatever `fetch` throws
 */
export async function follow(url: string, init: RequestInit, route: Route): Promise<Response> {
  let target = allowed(url, route);
  for (let hop = 0; hop <= HOPS; hop++) {
    const response = await route.fetch(target, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (!REDIRECTS.has(response.status) || location === null) {
      return response;
    }
    await response.body?.cancel();
    if (init.method === 'POST') {
      throw new SourceChanged(route.source, 'it sends a question elsewhere');
    }
    target = allowed(location, route, target);
  }
  throw new SourceChanged(route.source, 'it redirects in circles');
}

function allowed(text: string, { source, hosts }: Route, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url || !hosts.includes(url.host)) {
    throw new SourceChanged(source, `${url?.host ?? 'an unreadable address'} is not among its hosts`);
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new SourceChanged(source, `it wants ${url.protocol} instead of https:`);
  }
  return url;
}

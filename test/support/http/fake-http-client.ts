import { SourceUnavailable } from '#domain/problem.ts';
import type { HttpClient, HttpRequest } from '#ports/sources/http-client.ts';

/** What a page answers with: a body, or a failure. */
export type FakePage = string | Error;

/** An HTTP client that knows a few pages by a part of their address, and remembers what was asked of it. */
export type FakeHttpClient = HttpClient & { readonly asked: HttpRequest[] };

/** The instant at which everything is asked, unless told. */
const ASKED_AT = Date.parse('2024-08-30T21:00:00Z');

/**
 * @param pages - by a part of the address; the first that fits answers. What none fits is not there.
 */
export function fakeHttpClient(
  pages: Readonly<Record<string, FakePage>>,
  askedAt = ASKED_AT,
): FakeHttpClient {
  const asked: HttpRequest[] = [];
  return {
    source: 'fake',
    asked,
    ask(request) {
      asked.push(request);
      const page = Object.entries(pages).find(([part]) => request.url.includes(part))?.[1];
      if (page === undefined || page instanceof Error) {
        return Promise.reject(page ?? new SourceUnavailable('fake'));
      }
      return Promise.resolve({ body: page, askedAt, isUnchanged: false });
    },
  };
}

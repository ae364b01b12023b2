import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What the link to the page holds, so that no other program or site on the machine opens it. */
export type PageKey = {
  readonly text: string;
  /** The cookie's name. Ports share their cookies, so it tells runs apart. */
  readonly cookie: string;
  isRight(given: string): boolean;
};

export function createPageKey(): PageKey {
  const text = randomBytes(24).toString('base64url');
  const right = Buffer.from(text);
  return {
    text,
    cookie: `playground-${randomBytes(6).toString('hex')}`,
    isRight(given) {
      const bytes = Buffer.from(given);
      return bytes.length === right.length && timingSafeEqual(bytes, right);
    },
  };
}

/** The key that a request brings in its query or its cookie; empty without one. */
export function pageKeyOf(request: IncomingMessage, url: URL, cookie: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return url.searchParams.get('key') ?? pairs.find(([name]) => name === cookie)?.[1] ?? '';
}

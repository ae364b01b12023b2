import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';

/** What the link to the page holds, so that no other program or site on the machine opens it. */
export type PageKey = {
  readonly text: string;
  /** The cookie's name. Ports share their cookies, so it tells runs apart. */
  readonly cookie: string;
  isRight(key: string): boolean;
};

export function createPageKey(): PageKey {
  const text = randomBytes(24).toString('base64url');
  const right = Buffer.from(text);
  return {
    text,
    cookie: `playground-${randomBytes(6).toString('hex')}`,
    isRight(key) {
      const bytes = Buffer.from(key);
      return bytes.length === right.length && timingSafeEqual(bytes, right);
    },
  };
}

/** The key that a request brings in its query or its cookie; empty without one. */
export function pageKeyOf(request: IncomingMessage, url: URL, cookie: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return url.searchParams.get('key') ?? pairs.find(([name]) => name === cookie)?.[1] ?? '';
}

const FOLDER = new URL('../page/', import.meta.url);

/** One name, no folders: nothing else can be asked for. */
const FILE = /^\/([a-z0-9-]+\.(html|css|js|svg|png|ico))$/;

const INDEX = 'index.html';
const COOKIE = 'Path=/; HttpOnly; SameSite=Strict';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
};

const SECURITY = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

const WITHOUT_KEY =
  'This playground opens only with the link that it printed when it started: the link holds a key.\n';

/** Serves the page's files to whoever has the key, which a cookie keeps once the link was opened. */
export async function servePage(
  key: PageKey,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const text = pageKeyOf(request, url, key.cookie);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...SECURITY, Allow: 'GET, HEAD' }).end();
  } else if (!key.isRight(text)) {
    response.writeHead(403, { ...SECURITY, 'Content-Type': CONTENT_TYPES['txt'] }).end(WITHOUT_KEY);
  } else {
    await serveFile(url.pathname, { 'Set-Cookie': `${key.cookie}=${text}; ${COOKIE}` }, response);
  }
}

async function serveFile(
  pathname: string,
  cookie: Readonly<Record<string, string>>,
  response: ServerResponse,
): Promise<void> {
  const [, name, extension = ''] = FILE.exec(pathname === '/' ? `/${INDEX}` : pathname) ?? [];
  const bytes = name && (await readFile(new URL(name, FOLDER)).catch(() => undefined));
  if (!bytes) {
    response.writeHead(404, SECURITY).end();
    return;
  }
  const contentType = CONTENT_TYPES[extension] ?? 'application/octet-stream';
  response.writeHead(200, { ...SECURITY, 'Content-Type': contentType, ...(name === INDEX && cookie) });
  response.end(bytes);
}

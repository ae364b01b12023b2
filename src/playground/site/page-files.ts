import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageKeyOf, type PageKey } from './page-key.ts';

const FOLDER = new URL('../page/', import.meta.url);

/** One name, no folders: nothing else can be asked for. */
const FILE = /^\/(?:([a-z0-9-]+\.(?:html|css|js|svg|png|ico))?)$/;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
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
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...SECURITY, Allow: 'GET, HEAD' }).end();
    return;
  }
  const given = pageKeyOf(request, url, key.cookie);
  if (!key.isRight(given)) {
    response.writeHead(403, { ...SECURITY, 'Content-Type': 'text/plain; charset=utf-8' }).end(WITHOUT_KEY);
    return;
  }
  const name = FILE.exec(url.pathname)?.[1] ?? (url.pathname === '/' ? 'index.html' : undefined);
  const bytes = name === undefined ? undefined : await readFile(new URL(name, FOLDER)).catch(() => undefined);
  if (name === undefined || !bytes) {
    response.writeHead(404, SECURITY).end();
    return;
  }
  response.writeHead(200, {
    ...SECURITY,
    'Content-Type': CONTENT_TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    ...(name === 'index.html' && {
      'Set-Cookie': `${key.cookie}=${given}; Path=/; HttpOnly; SameSite=Strict`,
    }),
  });
  response.end(bytes);
}

import type { IncomingMessage } from 'node:http';

/** Whether the request names this server itself: a name that merely leads here is another site's. */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

/** Whether the request comes from a page that this server gave. */
export function isOwnOrigin(request: IncomingMessage, port: number): boolean {
  const { origin } = request.headers;
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
}

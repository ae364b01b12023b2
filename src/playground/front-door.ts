import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Gateway } from '#playground/gateway/gateway.ts';
import { API_PREFIX } from '#playground/rest/rest-server.ts';
import { serveAttachment } from '#playground/site/attachment-server.ts';
import { takeUpload, UPLOAD_PATH } from '#playground/site/file-upload.ts';
import { isOwnHost, isOwnOrigin } from '#playground/site/hosts.ts';
import { servePage } from '#playground/site/page-files.ts';
import { type PageKey, pageKeyOf } from '#playground/site/page-key.ts';
import type { PageSockets } from '#playground/site/page-socket.ts';
import type { World } from '#playground/world/world.ts';

export type FrontDoorParts = {
  readonly world: World;
  readonly port: () => number;
  readonly key: PageKey;
  readonly rest: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  readonly gateway: Gateway;
  readonly pages: PageSockets;
};

/** Brings each request to whom it is for, and keeps out what other sites' pages send. */
export function createFrontDoor(parts: FrontDoorParts): {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
} {
  const { world, port, key, rest, gateway, pages } = parts;
  const urlOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', world.origin());
  const isFromPage = (request: IncomingMessage, url: URL): boolean =>
    isOwnOrigin(request, port()) && key.isRight(pageKeyOf(request, url, key.cookie));
  return {
    async serve(request, response) {
      const url = urlOf(request);
      if (!isOwnHost(request, port())) {
        response.writeHead(421).end();
      } else if (url.pathname.startsWith(`${API_PREFIX}/`)) {
        await rest(request, response, url);
      } else if (url.pathname === UPLOAD_PATH && !isFromPage(request, url)) {
        response.writeHead(403).end();
      } else if (url.pathname === UPLOAD_PATH) {
        await takeUpload(world, request, response, url);
      } else if (url.pathname.startsWith('/attachments/')) {
        serveAttachment(world.store.attachments, url, response);
      } else {
        await servePage(key, request, response, url);
      }
    },
    upgrade(request, stream, head) {
      const url = urlOf(request);
      const isPage = url.pathname === '/page/socket';
      const mayEnter = isPage
        ? isFromPage(request, url)
        : url.pathname.startsWith('/gateway') && request.headers.origin === undefined;
      if (!isOwnHost(request, port()) || !mayEnter) {
        stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      (isPage ? pages : gateway).upgrade(request, stream, head);
    },
  };
}

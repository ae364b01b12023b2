import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AttachmentTable } from '#playground/store/attachment-table.ts';
import { storeOptionFile, LARGEST_OPTION_FILE } from '#playground/interactions/option-files.ts';
import { readAll } from '#playground/rest/read-body.ts';
import type { World } from '#playground/world/world.ts';
import type { Gateway } from '#playground/gateway/gateway.ts';
import { API_PREFIX } from '#playground/rest/rest-server.ts';
import { type PageKey, pageKeyOf, servePage } from './page-files.ts';
import type { PageSockets } from './page-sockets.ts';

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

/** Whether the request names this server itself: a name that merely leads here is another site's. */
function isOwnHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

/** Whether the request comes from a page that this server gave. */
function isOwnOrigin(request: IncomingMessage, port: number): boolean {
  const { origin } = request.headers;
  return origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
}

const ATTACHMENT_PATH = /^\/attachments\/\d+\/(\d+)\/([^/]+)$/;

/** Serves `/attachments/<channel>/<id>/<filename>`; nothing in a file may run or fetch anything. */
function serveAttachment(attachments: AttachmentTable, url: URL, response: ServerResponse): void {
  const [, id = '', filename = ''] = ATTACHMENT_PATH.exec(url.pathname) ?? [];
  const file = attachments.find(id);
  if (file?.filename !== filename) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': file.bytes.length,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
  response.end(file.bytes);
}

/** Where the page brings a file that was chosen for an option. */
const UPLOAD_PATH = '/page/files';

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/;

/** Keeps the body of a `POST /page/files?name=book.csv` and answers with the `id` that the option then sends. */
async function takeUpload(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(405, { Allow: 'POST' }).end();
    return;
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  const bytes = announced > LARGEST_OPTION_FILE ? undefined : await readAll(request, LARGEST_OPTION_FILE);
  if (bytes === undefined) {
    response.writeHead(413, { Connection: 'close' }).end();
    return;
  }
  const name = url.searchParams.get('name') ?? '';
  const type = request.headers['content-type'] ?? '';
  const id = storeOptionFile(world, { name, bytes, ...(MEDIA_TYPE.test(type) && { contentType: type }) });
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
}

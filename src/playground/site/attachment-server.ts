import type { ServerResponse } from 'node:http';
import type { AttachmentTable } from '#playground/store/attachment-table.ts';

const PATH = /^\/attachments\/\d+\/(\d+)\/([^/]+)$/;

/** Serves `/attachments/<channel>/<id>/<filename>`; nothing in a file may run or fetch anything. */
export function serveAttachment(attachments: AttachmentTable, url: URL, response: ServerResponse): void {
  const [, id = '', filename = ''] = PATH.exec(url.pathname) ?? [];
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

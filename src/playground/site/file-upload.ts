import type { IncomingMessage, ServerResponse } from 'node:http';
import { keepGivenFile, LARGEST_GIVEN } from '#playground/interactions/given-files.ts';
import { readAll } from '#playground/read-all.ts';
import type { World } from '#playground/world/world.ts';

/** Where the page brings a file that was chosen for an option. */
export const UPLOAD_PATH = '/page/files';

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/;

/** Keeps the body of a `POST /page/files?name=book.csv` and answers with the `id` that the option then sends. */
export async function takeUpload(
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
  const bytes = announced > LARGEST_GIVEN ? undefined : await readAll(request, LARGEST_GIVEN);
  if (bytes === undefined) {
    response.writeHead(413, { Connection: 'close' }).end();
    return;
  }
  const name = url.searchParams.get('name') ?? '';
  const type = request.headers['content-type'] ?? '';
  const id = keepGivenFile(world, { name, bytes, ...(MEDIA_TYPE.test(type) && { contentType: type }) });
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id }));
}

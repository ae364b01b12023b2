import type { IncomingMessage } from 'node:http';
import { ApiError } from '#playground/api-error.ts';
import { contentTypeOf, type Upload } from '#playground/world/attachments.ts';

/** 25 MiB, in bytes: the whole of a request. */
const LARGEST_BODY = 25 * 1024 ** 2;

export type RestBody = { readonly body: unknown; readonly uploads: readonly Upload[] };

const EMPTY: RestBody = { body: undefined, uploads: [] };

/**
 * Reads JSON, or a form of `payload_json` and `files[n]`.
 *
 * @throws ApiError 40005 when it is too large, 50109 when the JSON cannot be read, 50035 when the form cannot
 */
export async function readBody(request: IncomingMessage): Promise<RestBody> {
  const bytes = await readAll(request, LARGEST_BODY);
  if (bytes === undefined) {
    throw new ApiError('bodyTooLarge');
  }
  if (bytes.length === 0) {
    return EMPTY;
  }
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    return readForm(bytes, contentType);
  }
  return { body: readJson(bytes.toString('utf8')), uploads: [] };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw Object.assign(new ApiError('invalidJson'), { cause: error });
  }
}

async function readForm(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<RestBody> {
  const form = await new Response(bytes, { headers: { 'content-type': contentType } })
    .formData()
    .catch((error: unknown) => {
      throw Object.assign(new ApiError('invalidForm'), { cause: error });
    });
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [field, value] of form.entries()) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (index !== undefined && typeof value !== 'string') {
      uploads.push({
        index,
        name: value.name,
        contentType: value.type || contentTypeOf(value.name),
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
    }
  }
  return { body: typeof payload === 'string' ? readJson(payload) : {}, uploads };
}

/**
 * The body of a request; `undefined` as soon as it is longer than `most` bytes, when the rest is not read.
 */
export async function readAll(
  request: IncomingMessage,
  most: number,
): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > most) {
      return undefined;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

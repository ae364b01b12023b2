import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import type { Upload } from '../world/upload.ts';

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
  const bytes = await readAll(request);
  if (bytes.length === 0) {
    return EMPTY;
  }
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) {
    return readForm(bytes, contentType);
  }
  return { body: readJson(bytes.toString('utf8')), uploads: [] };
}

async function readAll(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > LARGEST_BODY) {
      throw new ApiError('bodyTooLarge');
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
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

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
};

/** What a file is by its name, where the sender does not say. */
function contentTypeOf(filename: string): string {
  return CONTENT_TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

import { isTrue, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { StoredFile } from '#playground/store/attachment-table.ts';
import type { World } from './world.ts';

/** A file as it came in a request; `index` is the n of its field `files[n]`. */
export type Upload = {
  readonly index: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

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
export function contentTypeOf(filename: string): string {
  return CONTENT_TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

const PNG_SIGNATURE = '89504e470d0a1a0a';
/** Up to the width and height, which every PNG has at the same place. */
const PNG_HEAD = 24;

/** A picture's width and height in pixels; `undefined` for what is no PNG. */
function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const head = Buffer.from(bytes.subarray(0, PNG_HEAD));
  if (head.length < PNG_HEAD || head.toString('hex', 0, 8) !== PNG_SIGNATURE) {
    return undefined;
  }
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** A file's name as Discord keeps it. */
export function storedFilename(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_') || 'file';
}

/** Names that a message's components and embeds may refer to, once `payload` is applied. */
export function referableFilenames(
  payload: ApiObject,
  uploads: readonly Upload[],
  existing: readonly ApiObject[],
): ReadonlySet<string> {
  const stored = keptAttachments(payload, existing);
  const uploaded = uploads.map((upload) => entryOf(payload, upload)?.filename ?? upload.name);
  return new Set([
    ...stored.flatMap((attachment) => textOf(attachment, 'filename') ?? []),
    ...uploaded.map(storedFilename),
  ]);
}

/** What a message's `attachments` are after a create (`existing` empty) or an edit; stores the new files. */
export function attach(
  world: World,
  channelId: string,
  payload: ApiObject,
  files: { readonly uploads: readonly Upload[]; readonly existing: readonly ApiObject[] },
): readonly ApiObject[] {
  const uploaded = files.uploads.map((upload) => {
    const entry = entryOf(payload, upload);
    const id = world.nextId();
    const filename = storedFilename(entry?.filename ?? upload.name);
    const stored = { id, filename, contentType: upload.contentType, bytes: upload.bytes };
    world.store.attachments.insert(stored);
    return {
      ...attachmentObject(world, channelId, stored),
      ...(entry?.description !== undefined && { description: entry.description }),
      ...(entry?.isSpoiler === true && { is_spoiler: true }),
    };
  });
  return [...keptAttachments(payload, files.existing), ...uploaded];
}

/** A kept file as Discord's API shows it. */
export function attachmentObject(
  world: World,
  channelId: string,
  { id, filename, contentType, bytes }: StoredFile,
): ApiObject {
  const url = `${world.origin()}/attachments/${channelId}/${id}/${filename}`;
  return {
    id,
    filename,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type: contentType,
    ...pictureSize(bytes),
  };
}

/** Without a list in the payload all earlier attachments stay, with one only those that it names. */
function keptAttachments(payload: ApiObject, existing: readonly ApiObject[]): readonly ApiObject[] {
  if (!Array.isArray(payload['attachments'])) {
    return existing;
  }
  const named = new Set(objectsOf(payload, 'attachments').map((entry) => String(entry['id'])));
  return existing.filter((attachment) => named.has(textOf(attachment, 'id') ?? ''));
}

function entryOf(
  payload: ApiObject,
  upload: Upload,
): { filename: string | undefined; description: string | undefined; isSpoiler: boolean } | undefined {
  const entry = objectsOf(payload, 'attachments').find(({ id }) => String(id) === upload.index);
  return (
    entry && {
      filename: textOf(entry, 'filename'),
      description: textOf(entry, 'description'),
      isSpoiler: isTrue(entry, 'is_spoiler'),
    }
  );
}

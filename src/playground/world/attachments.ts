import { isTrue, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { KeptFile } from '#playground/store/attachment-table.ts';
import { pictureSize } from './picture-size.ts';
import type { Upload } from './upload.ts';
import type { World } from './world.ts';

/** A file's name as Discord keeps it. */
export function keptFilename(name: string): string {
  return name.replaceAll(/[^\w.-]/g, '_') || 'file';
}

/** Names that a message's components and embeds may refer to, once `payload` is applied. */
export function referableFilenames(
  payload: ApiObject,
  uploads: readonly Upload[],
  existing: readonly ApiObject[],
): ReadonlySet<string> {
  const kept = keptAttachments(payload, existing);
  const uploaded = uploads.map((upload) => entryOf(payload, upload)?.filename ?? upload.name);
  return new Set([
    ...kept.flatMap((attachment) => textOf(attachment, 'filename') ?? []),
    ...uploaded.map(keptFilename),
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
    const filename = keptFilename(entry?.filename ?? upload.name);
    const kept = { id, filename, contentType: upload.contentType, bytes: upload.bytes };
    world.store.attachments.insert(kept);
    return {
      ...attachmentObject(world, channelId, kept),
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
  { id, filename, contentType, bytes }: KeptFile,
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

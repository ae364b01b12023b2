import { objectOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { Complaints, FieldPath } from './complaints.ts';
import { checkAddress, checkCount, checkRange, checkText, codePoints } from './limits.ts';

const MOST_EMBEDS = 10;
const MOST_TOGETHER = 6000;
const LIMIT = {
  title: 256,
  description: 4096,
  fields: 25,
  name: 256,
  value: 1024,
  footer: 2048,
  author: 256,
};

/** @see https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export function checkEmbeds(
  complaints: Complaints,
  payload: ApiObject,
  filenames: ReadonlySet<string>,
): void {
  const embeds = objectsOf(payload, 'embeds');
  checkCount(complaints, ['embeds'], payload['embeds'], { max: MOST_EMBEDS });
  for (const [index, embed] of embeds.entries()) {
    checkEmbed(complaints, ['embeds', index], embed, filenames);
  }
  if (embeds.reduce((sum, embed) => sum + lengthOf(embed), 0) > MOST_TOGETHER) {
    complaints.add(
      ['embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${MOST_TOGETHER}`,
    );
  }
}

function checkEmbed(
  complaints: Complaints,
  path: FieldPath,
  embed: ApiObject,
  filenames: ReadonlySet<string>,
): void {
  checkText(complaints, [...path, 'title'], embed['title'], { max: LIMIT.title });
  checkText(complaints, [...path, 'description'], embed['description'], { max: LIMIT.description });
  checkText(complaints, [...path, 'footer', 'text'], objectOf(embed, 'footer')?.['text'], {
    max: LIMIT.footer,
  });
  checkText(complaints, [...path, 'author', 'name'], objectOf(embed, 'author')?.['name'], {
    max: LIMIT.author,
  });
  checkRange(complaints, [...path, 'color'], embed['color'], { min: 0, max: 0xff_ff_ff });
  checkAddress(complaints, [...path, 'url'], embed['url']);
  checkCount(complaints, [...path, 'fields'], embed['fields'], { max: LIMIT.fields });
  for (const [index, field] of objectsOf(embed, 'fields').entries()) {
    const at = [...path, 'fields', index];
    checkText(complaints, [...at, 'name'], field['name'], { max: LIMIT.name, isRequired: true });
    checkText(complaints, [...at, 'value'], field['value'], { max: LIMIT.value, isRequired: true });
  }
  for (const key of ['image', 'thumbnail']) {
    const url = objectOf(embed, key)?.['url'];
    checkAddress(complaints, [...path, key, 'url'], url, ['attachment']);
    checkReference(complaints, [...path, key, 'url'], url, filenames);
  }
}

/** An `attachment://` address must name a file of the message. */
export function checkReference(
  complaints: Complaints,
  path: FieldPath,
  url: unknown,
  filenames: ReadonlySet<string>,
): void {
  const name =
    typeof url === 'string' && url.startsWith('attachment://')
      ? url.slice('attachment://'.length)
      : undefined;
  if (name !== undefined && !filenames.has(name)) {
    complaints.add(
      path,
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      `The referenced attachment "${name}" was not found in the list of attachments`,
    );
  }
}

function lengthOf(embed: ApiObject): number {
  const texts = [
    textOf(embed, 'title'),
    textOf(embed, 'description'),
    textOf(objectOf(embed, 'footer'), 'text'),
    textOf(objectOf(embed, 'author'), 'name'),
    ...objectsOf(embed, 'fields').flatMap((field) => [textOf(field, 'name'), textOf(field, 'value')]),
  ];
  return texts.reduce((sum, text) => sum + codePoints(text ?? ''), 0);
}

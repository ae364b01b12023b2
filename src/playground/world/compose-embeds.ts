import { isTrue, numberOf, objectOf, objectsOf, textOf, withoutEmpty } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { discordTime } from '#playground/snowflake.ts';
import { attachmentFor } from './media.ts';

/** The embeds of a message as Discord answers with them. */
export function composeEmbeds(
  embeds: readonly ApiObject[],
  attachments: readonly ApiObject[],
): readonly ApiObject[] {
  const picture = (source: ApiObject | undefined): ApiObject | undefined => {
    const url = textOf(source, 'url');
    if (url === undefined) {
      return undefined;
    }
    const attachment = attachmentFor(url, attachments);
    const address = textOf(attachment, 'url') ?? url;
    return withoutEmpty({
      url: address,
      proxy_url: address,
      width: numberOf(attachment, 'width'),
      height: numberOf(attachment, 'height'),
      content_type: textOf(attachment, 'content_type'),
    });
  };
  return embeds.map((embed) => {
    const timestamp = textOf(embed, 'timestamp');
    return withoutEmpty({
      type: 'rich',
      title: textOf(embed, 'title'),
      description: textOf(embed, 'description'),
      url: textOf(embed, 'url'),
      color: numberOf(embed, 'color'),
      timestamp: timestamp === undefined ? undefined : discordTime(Date.parse(timestamp)),
      image: picture(objectOf(embed, 'image')),
      thumbnail: picture(objectOf(embed, 'thumbnail')),
      footer: named(objectOf(embed, 'footer'), ['text', 'icon_url']),
      author: named(objectOf(embed, 'author'), ['name', 'url', 'icon_url']),
      fields: Array.isArray(embed['fields'])
        ? objectsOf(embed, 'fields').map((field) => ({
            name: textOf(field, 'name') ?? '',
            value: textOf(field, 'value') ?? '',
            inline: isTrue(field, 'inline'),
          }))
        : undefined,
    });
  });
}

function named(from: ApiObject | undefined, keys: readonly string[]): ApiObject | undefined {
  return from && withoutEmpty(Object.fromEntries(keys.map((key) => [key, textOf(from, key)])));
}

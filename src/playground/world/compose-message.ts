import { allComponents, COMPONENT, SELECTS } from '#playground/discord-types.ts';
import { isTrue, numberOf, objectOf, objectsOf, textOf, withoutEmpty } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { discordTime } from '#playground/snowflake.ts';
import { storedFilename } from './attachments.ts';

export type ComponentSurroundings = {
  readonly attachments: readonly ApiObject[];
  readonly nextId: () => string;
};

/**
 * The components of a message as Discord answers with them: numbered, with their defaults filled in and with
 * `attachment://` turned into addresses.
 */
export function composeComponents(
  components: readonly ApiObject[],
  surroundings: ComponentSurroundings,
): readonly ApiObject[] {
  const taken = new Set(allComponents(components).map((component) => numberOf(component, 'id')));
  let last = 0;
  const number = (component: ApiObject): number => {
    const own = numberOf(component, 'id');
    if (own !== undefined && own > 0) {
      return own;
    }
    do {
      last += 1;
    } while (taken.has(last));
    return last;
  };
  const compose = (component: ApiObject): ApiObject => {
    const numbered = { ...withoutEmpty(component), id: number(component) };
    const accessory = objectOf(component, 'accessory');
    const inner = {
      ...numbered,
      ...(Array.isArray(component['components']) && {
        components: objectsOf(component, 'components').map(compose),
      }),
      ...(accessory && { accessory: compose(accessory) }),
    };
    return { ...inner, ...defaultsOf(inner, surroundings) };
  };
  return components.map(compose);
}

function defaultsOf(component: ApiObject, { attachments, nextId }: ComponentSurroundings): ApiObject {
  const media = (source: ApiObject | undefined): ApiObject =>
    resolvedMedia(textOf(source, 'url') ?? '', attachments, nextId());
  return DEFAULTS[numberOf(component, 'type') ?? 0]?.(component, media, attachments) ?? {};
}

type Defaults = (
  component: ApiObject,
  media: (source: ApiObject | undefined) => ApiObject,
  attachments: readonly ApiObject[],
) => ApiObject;

const ofSelect: Defaults = (select) => ({
  min_values: numberOf(select, 'min_values') ?? 1,
  max_values: numberOf(select, 'max_values') ?? 1,
});

const DEFAULTS: Readonly<Record<number, Defaults>> = {
  ...Object.fromEntries([...SELECTS].map((type) => [type, ofSelect])),
  [COMPONENT.container]: (container) => ({
    spoiler: isTrue(container, 'spoiler'),
    accent_color: numberOf(container, 'accent_color') ?? null,
  }),
  [COMPONENT.separator]: (separator) => ({
    spacing: numberOf(separator, 'spacing') ?? 1,
    divider: separator['divider'] !== false,
  }),
  [COMPONENT.thumbnail]: (thumbnail, media) => ({
    media: media(objectOf(thumbnail, 'media')),
    description: textOf(thumbnail, 'description') ?? null,
    spoiler: isTrue(thumbnail, 'spoiler'),
  }),
  [COMPONENT.mediaGallery]: (gallery, media) => ({
    items: objectsOf(gallery, 'items').map((item) => ({
      media: media(objectOf(item, 'media')),
      description: textOf(item, 'description') ?? null,
      spoiler: isTrue(item, 'spoiler'),
    })),
  }),
  [COMPONENT.file]: (component, media, attachments) => {
    const file = objectOf(component, 'file');
    const attachment = attachmentFor(textOf(file, 'url') ?? '', attachments);
    return {
      file: media(file),
      name: textOf(attachment, 'filename') ?? null,
      size: numberOf(attachment, 'size') ?? null,
      spoiler: isTrue(component, 'spoiler'),
    };
  },
};

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

const ATTACHMENT = 'attachment://';

/** The attachment that a URL of the form `attachment://chart.png` stands for. */
function attachmentFor(url: string, attachments: readonly ApiObject[]): ApiObject | undefined {
  if (!url.startsWith(ATTACHMENT)) {
    return undefined;
  }
  const filename = storedFilename(url.slice(ATTACHMENT.length));
  return attachments.find((attachment) => textOf(attachment, 'filename') === filename);
}

/** A picture or file of a component as Discord shows it; one from elsewhere is shown by its address alone. */
function resolvedMedia(url: string, attachments: readonly ApiObject[], id: string): ApiObject {
  const attachment = attachmentFor(url, attachments);
  const address = (attachment && textOf(attachment, 'url')) ?? url;
  return {
    id,
    url: address,
    proxy_url: address,
    width: numberOf(attachment, 'width') ?? null,
    height: numberOf(attachment, 'height') ?? null,
    content_type: textOf(attachment, 'content_type') ?? null,
    ...(attachment && { attachment_id: textOf(attachment, 'id') }),
  };
}

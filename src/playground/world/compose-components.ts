import { COMPONENT, SELECTS } from '#playground/component-types.ts';
import { allComponents } from '#playground/component-walk.ts';
import { isTrue, numberOf, objectOf, objectsOf, textOf, withoutEmpty } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { attachmentFor, resolvedMedia } from './media.ts';

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

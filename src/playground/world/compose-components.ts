import { COMPONENT, SELECTS } from '../component-types.ts';
import { allComponents } from '../component-walk.ts';
import { isTrue, numberOf, objectOf, objectsOf, textOf, withoutEmpty } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
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
  const type = numberOf(component, 'type') ?? 0;
  const spoiler = isTrue(component, 'spoiler');
  const media = (source: ApiObject | undefined): ApiObject =>
    resolvedMedia(textOf(source, 'url') ?? '', attachments, nextId());

  if (SELECTS.has(type)) {
    return {
      min_values: numberOf(component, 'min_values') ?? 1,
      max_values: numberOf(component, 'max_values') ?? 1,
    };
  }
  switch (type) {
    case COMPONENT.container:
      return { spoiler, accent_color: numberOf(component, 'accent_color') ?? null };
    case COMPONENT.separator:
      return { spacing: numberOf(component, 'spacing') ?? 1, divider: component['divider'] !== false };
    case COMPONENT.thumbnail:
      return {
        spoiler,
        media: media(objectOf(component, 'media')),
        description: textOf(component, 'description') ?? null,
      };
    case COMPONENT.mediaGallery:
      return {
        items: objectsOf(component, 'items').map((item) => ({
          media: media(objectOf(item, 'media')),
          description: textOf(item, 'description') ?? null,
          spoiler: isTrue(item, 'spoiler'),
        })),
      };
    case COMPONENT.file: {
      const file = objectOf(component, 'file');
      const attachment = attachmentFor(textOf(file, 'url') ?? '', attachments);
      return {
        spoiler,
        file: media(file),
        name: textOf(attachment, 'filename') ?? null,
        size: numberOf(attachment, 'size') ?? null,
      };
    }
    default:
      return {};
  }
}

import { allComponents, COMPONENT, SELECTS } from '#playground/discord-types.ts';
import { numberOf, objectOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { COMPLAINT, type Complaints, type FieldPath } from './complaints.ts';
import { checkAddress, checkCount, checkKind, checkRange, checkText, codePoints } from './limits.ts';
import { checkButton, checkCustomId, checkSelect } from './check-controls.ts';
import { checkReference } from './check-embeds.ts';

const MOST_ROWS = 5;
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;

/**
 * Complains of components that Discord would refuse, one by one and together.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export function checkComponents(
  complaints: Complaints,
  payload: ApiObject,
  parts: { readonly isV2: boolean; readonly filenames: ReadonlySet<string> },
): void {
  const components = objectsOf(payload, 'components');
  if (!parts.isV2) {
    checkCount(complaints, ['components'], payload['components'], { max: MOST_ROWS });
  }
  const message = { complaints, filenames: parts.filenames, customIds: new Set<string>() };
  for (const [index, component] of components.entries()) {
    const path = ['components', index];
    if (checkKind(complaints, path, component, parts.isV2 ? AT_TOP : [COMPONENT.actionRow])) {
      checkComponent(message, path, component);
    }
  }
  checkTogether(complaints, components);
}

function checkTogether(complaints: Complaints, components: readonly ApiObject[]): void {
  const all = allComponents(components);
  if (all.length > MOST_COMPONENTS) {
    complaints.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${MOST_COMPONENTS}`,
    );
  }
  if (all.reduce((sum, component) => sum + shownLength(component), 0) > MOST_TEXT) {
    complaints.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total text of the message cannot exceed ${MOST_TEXT} characters`,
    );
  }
}

function shownLength(component: ApiObject): number {
  const isText = numberOf(component, 'type') === COMPONENT.textDisplay;
  return isText ? codePoints(textOf(component, 'content') ?? '') : 0;
}

const LIMIT = {
  perContainer: 40,
  perRow: 5,
  perSection: 3,
  gallery: 10,
  altText: 1024,
  text: 4000,
  url: 2048,
};

const IN_ROW = [COMPONENT.button, ...SELECTS];
const IN_CONTAINER = [
  COMPONENT.actionRow,
  COMPONENT.section,
  COMPONENT.textDisplay,
  COMPONENT.mediaGallery,
  COMPONENT.file,
  COMPONENT.separator,
];

/** Kinds that a Components V2 message may have outermost. */
const AT_TOP = [...IN_CONTAINER, COMPONENT.container];

/** What all components of a message share while they are checked. */
export type CheckedMessage = {
  readonly complaints: Complaints;
  /** Files that components may refer to. */
  readonly filenames: ReadonlySet<string>;
  /** Those met so far; added to. */
  readonly customIds: Set<string>;
};

type Check = (message: CheckedMessage, path: FieldPath, component: ApiObject) => void;

/** Complains of a component and of those inside of it. */
function checkComponent(message: CheckedMessage, path: FieldPath, component: ApiObject): void {
  CHECKS[numberOf(component, 'type') ?? 0]?.(message, path, component);
}

const checkChosen: Check = ({ complaints, customIds }, path, select) => {
  checkCustomId(complaints, path, select, customIds);
  checkSelect(complaints, path, select);
};

const CHECKS: Readonly<Record<number, Check>> = {
  ...Object.fromEntries([...SELECTS].map((type) => [type, checkChosen])),
  [COMPONENT.button]: ({ complaints, customIds }, path, button) => {
    checkButton(complaints, path, button, customIds);
  },
  [COMPONENT.actionRow]: (message, path, row) => {
    const inner = objectsOf(row, 'components');
    checkCount(message.complaints, [...path, 'components'], row['components'], { min: 1, max: LIMIT.perRow });
    if (inner.length > 1 && inner.some((child) => SELECTS.has(numberOf(child, 'type') ?? 0))) {
      message.complaints.add(
        [...path, 'components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    }
    checkChildren(message, path, row, IN_ROW);
  },
  [COMPONENT.container]: (message, path, container) => {
    const { complaints } = message;
    checkRange(complaints, [...path, 'accent_color'], container['accent_color'], { min: 0, max: 0xff_ff_ff });
    checkCount(complaints, [...path, 'components'], container['components'], {
      min: 1,
      max: LIMIT.perContainer,
    });
    checkChildren(message, path, container, IN_CONTAINER);
  },
  [COMPONENT.section]: (message, path, section) => {
    const { complaints } = message;
    checkCount(complaints, [...path, 'components'], section['components'], { min: 1, max: LIMIT.perSection });
    checkChildren(message, path, section, [COMPONENT.textDisplay]);
    const accessory = objectOf(section, 'accessory');
    const at = [...path, 'accessory'];
    if (!accessory) {
      complaints.add(at, ...COMPLAINT.required);
    } else if (checkKind(complaints, at, accessory, [COMPONENT.button, COMPONENT.thumbnail])) {
      checkComponent(message, at, accessory);
    }
  },
  [COMPONENT.textDisplay]: ({ complaints }, path, { content }) => {
    checkText(complaints, [...path, 'content'], content, { min: 1, max: LIMIT.text, isRequired: true });
  },
  [COMPONENT.thumbnail]: (message, path, thumbnail) => checkMedia(message, path, thumbnail),
  [COMPONENT.mediaGallery]: (message, path, gallery) => {
    checkCount(message.complaints, [...path, 'items'], gallery['items'], { min: 1, max: LIMIT.gallery });
    for (const [index, item] of objectsOf(gallery, 'items').entries()) {
      checkMedia(message, [...path, 'items', index], item);
    }
  },
  [COMPONENT.file]: (message, path, component) => {
    const url = objectOf(component, 'file')?.['url'];
    checkUrl(message, [...path, 'file', 'url'], url);
    if (typeof url === 'string' && !url.startsWith('attachment://')) {
      message.complaints.add(
        [...path, 'file', 'url'],
        'URL_TYPE_INVALID_SCHEME',
        'A file component must refer to an attachment.',
      );
    }
  },
};

function checkChildren(
  message: CheckedMessage,
  path: FieldPath,
  parent: ApiObject,
  kinds: readonly number[],
): void {
  for (const [index, child] of objectsOf(parent, 'components').entries()) {
    const at = [...path, 'components', index];
    if (checkKind(message.complaints, at, child, kinds)) {
      checkComponent(message, at, child);
    }
  }
}

function checkMedia(message: CheckedMessage, path: FieldPath, holder: ApiObject): void {
  checkUrl(message, [...path, 'media', 'url'], objectOf(holder, 'media')?.['url']);
  checkText(message.complaints, [...path, 'description'], holder['description'], { max: LIMIT.altText });
}

function checkUrl({ complaints, filenames }: CheckedMessage, path: FieldPath, url: unknown): void {
  checkText(complaints, path, url, { max: LIMIT.url, isRequired: true });
  checkAddress(complaints, path, url, ['attachment']);
  checkReference(complaints, path, url, filenames);
}

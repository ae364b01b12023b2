import { BUTTON_STYLE, COMPONENT, SELECTS } from '../component-types.ts';
import { allComponents } from '../component-walk.ts';
import { numberOf, objectOf, objectsOf, textOf } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
import { COMPLAINT, type Complaints, type FieldPath } from './complaints.ts';
import { checkReference } from './embeds.ts';
import { checkAddress, checkCount, checkKind, checkRange, checkText } from './limits.ts';

const MOST_ROWS = 5;
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;
const LIMIT = {
  customId: 100,
  label: 80,
  placeholder: 150,
  options: 25,
  optionText: 100,
  gallery: 10,
  altText: 1024,
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
const AT_TOP = [...IN_CONTAINER, COMPONENT.container];

/** @see https://docs.discord.com/developers/components/reference */
export function checkComponents(
  complaints: Complaints,
  payload: ApiObject,
  parts: { readonly isV2: boolean; readonly filenames: ReadonlySet<string> },
): void {
  const components = objectsOf(payload, 'components');
  if (!parts.isV2) {
    checkCount(complaints, ['components'], payload['components'], { max: MOST_ROWS });
  }
  const check = createComponentCheck(complaints, parts.filenames);
  for (const [index, component] of components.entries()) {
    const path = ['components', index];
    if (checkKind(complaints, path, component, parts.isV2 ? AT_TOP : [COMPONENT.actionRow])) {
      check(path, component);
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
  const text = all.reduce((sum, component) => sum + [...(shownText(component) ?? '')].length, 0);
  if (text > MOST_TEXT) {
    complaints.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total text of the message cannot exceed ${MOST_TEXT} characters`,
    );
  }
}

function shownText(component: ApiObject): string | undefined {
  return numberOf(component, 'type') === COMPONENT.textDisplay ? textOf(component, 'content') : undefined;
}

type Check = (path: FieldPath, component: ApiObject) => void;

function createComponentCheck(complaints: Complaints, filenames: ReadonlySet<string>): Check {
  const customIds = new Set<string>();

  const customId: Check = (path, component) => {
    const id = textOf(component, 'custom_id');
    checkText(complaints, [...path, 'custom_id'], component['custom_id'], {
      min: 1,
      max: LIMIT.customId,
      isRequired: true,
    });
    if (id !== undefined && customIds.has(id)) {
      complaints.add([...path, 'custom_id'], ...COMPLAINT.duplicateCustomId);
    }
    customIds.add(id ?? '');
  };
  const media = (path: FieldPath, source: ApiObject | undefined, isFile = false): void => {
    const url = source?.['url'];
    checkText(complaints, [...path, 'url'], url, { max: 2048, isRequired: true });
    if (isFile && typeof url === 'string' && !url.startsWith('attachment://')) {
      complaints.add(
        [...path, 'url'],
        'URL_TYPE_INVALID_SCHEME',
        'A file component must refer to an attachment.',
      );
    }
    checkAddress(complaints, [...path, 'url'], url, ['attachment']);
    checkReference(complaints, [...path, 'url'], url, filenames);
  };
  const children = (path: FieldPath, parent: ApiObject, kinds: readonly number[]): void => {
    for (const [index, child] of objectsOf(parent, 'components').entries()) {
      const at = [...path, 'components', index];
      if (checkKind(complaints, at, child, kinds)) {
        check(at, child);
      }
    }
  };

  const row: Check = (path, component) => {
    checkCount(complaints, [...path, 'components'], component['components'], { min: 1, max: 5 });
    const inner = objectsOf(component, 'components');
    if (inner.length > 1 && inner.some((child) => SELECTS.has(numberOf(child, 'type') ?? 0))) {
      complaints.add(
        [...path, 'components'],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
    }
    children(path, component, IN_ROW);
  };
  const section: Check = (path, component) => {
    checkCount(complaints, [...path, 'components'], component['components'], { min: 1, max: 3 });
    children(path, component, [COMPONENT.textDisplay]);
    const accessory = objectOf(component, 'accessory');
    const at = [...path, 'accessory'];
    if (!accessory) {
      complaints.add(at, ...COMPLAINT.required);
    } else if (checkKind(complaints, at, accessory, [COMPONENT.button, COMPONENT.thumbnail])) {
      check(at, accessory);
    }
  };
  const gallery: Check = (path, component) => {
    checkCount(complaints, [...path, 'items'], component['items'], { min: 1, max: LIMIT.gallery });
    for (const [index, item] of objectsOf(component, 'items').entries()) {
      media([...path, 'items', index, 'media'], objectOf(item, 'media'));
      checkText(complaints, [...path, 'items', index, 'description'], item['description'], {
        max: LIMIT.altText,
      });
    }
  };

  const checks: Readonly<Record<number, Check>> = {
    [COMPONENT.actionRow]: row,
    [COMPONENT.section]: section,
    [COMPONENT.mediaGallery]: gallery,
    [COMPONENT.container]: (path, component) => {
      checkRange(complaints, [...path, 'accent_color'], component['accent_color'], {
        min: 0,
        max: 0xff_ff_ff,
      });
      checkCount(complaints, [...path, 'components'], component['components'], {
        min: 1,
        max: MOST_COMPONENTS,
      });
      children(path, component, IN_CONTAINER);
    },
    [COMPONENT.textDisplay]: (path, component) => {
      checkText(complaints, [...path, 'content'], component['content'], {
        min: 1,
        max: MOST_TEXT,
        isRequired: true,
      });
    },
    [COMPONENT.thumbnail]: (path, component) => {
      media([...path, 'media'], objectOf(component, 'media'));
      checkText(complaints, [...path, 'description'], component['description'], { max: LIMIT.altText });
    },
    [COMPONENT.file]: (path, component) => media([...path, 'file'], objectOf(component, 'file'), true),
    [COMPONENT.button]: (path, component) => {
      checkButton(complaints, path, component, customId);
    },
  };
  const check: Check = (path, component) => {
    const type = numberOf(component, 'type') ?? 0;
    if (SELECTS.has(type)) {
      customId(path, component);
      checkSelect(complaints, path, component);
    } else {
      checks[type]?.(path, component);
    }
  };
  return check;
}

function checkButton(complaints: Complaints, path: FieldPath, button: ApiObject, customId: Check): void {
  const style = numberOf(button, 'style') ?? 0;
  checkRange(complaints, [...path, 'style'], button['style'] ?? 0, { min: 1, max: 6 });
  checkText(complaints, [...path, 'label'], button['label'], { max: LIMIT.label });
  if (style === BUTTON_STYLE.link) {
    checkText(complaints, [...path, 'url'], button['url'], { min: 1, max: 512, isRequired: true });
    checkAddress(complaints, [...path, 'url'], button['url'], ['discord']);
    if (button['custom_id'] !== undefined) {
      complaints.add(
        [...path, 'custom_id'],
        'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
        'A custom id and url cannot both be specified',
      );
    }
  } else if (style !== BUTTON_STYLE.premium) {
    customId(path, button);
  }
  if (style !== BUTTON_STYLE.premium && !textOf(button, 'label') && !objectOf(button, 'emoji')) {
    complaints.add([...path, 'label'], 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or emoji is required');
  }
}

/** Also of a modal's selects. */
export function checkSelect(complaints: Complaints, path: FieldPath, select: ApiObject): void {
  checkText(complaints, [...path, 'placeholder'], select['placeholder'], { max: LIMIT.placeholder });
  checkRange(complaints, [...path, 'min_values'], select['min_values'], { min: 0, max: LIMIT.options });
  checkRange(complaints, [...path, 'max_values'], select['max_values'], { min: 1, max: LIMIT.options });
  if (numberOf(select, 'type') !== COMPONENT.stringSelect) {
    return;
  }
  checkCount(complaints, [...path, 'options'], select['options'], { min: 1, max: LIMIT.options });
  const values = new Set<string>();
  for (const [index, option] of objectsOf(select, 'options').entries()) {
    const at = [...path, 'options', index];
    checkText(complaints, [...at, 'label'], option['label'], {
      min: 1,
      max: LIMIT.optionText,
      isRequired: true,
    });
    checkText(complaints, [...at, 'value'], option['value'], {
      min: 1,
      max: LIMIT.optionText,
      isRequired: true,
    });
    checkText(complaints, [...at, 'description'], option['description'], { max: LIMIT.optionText });
    const value = textOf(option, 'value') ?? '';
    if (values.has(value)) {
      complaints.add(
        [...at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      );
    }
    values.add(value);
  }
}

import { BUTTON_STYLE, COMPONENT } from '#playground/discord-types.ts';
import { numberOf, objectOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { COMPLAINT, type Complaints, type FieldPath } from './complaints.ts';
import { checkAddress, checkCount, checkRange, checkText } from './limits.ts';

const LIMIT = { customId: 100, label: 80, url: 512, placeholder: 150, options: 25, optionText: 100 };

/**
 * Complains of a custom id that is missing, too long, or there already.
 *
 * @param customIds - those met so far; added to
 */
export function checkCustomId(
  complaints: Complaints,
  path: FieldPath,
  component: ApiObject,
  customIds: Set<string>,
): void {
  const at = [...path, 'custom_id'];
  checkText(complaints, at, component['custom_id'], { min: 1, max: LIMIT.customId, isRequired: true });
  const id = textOf(component, 'custom_id') ?? '';
  if (customIds.has(id)) {
    complaints.add(at, ...COMPLAINT.duplicateCustomId);
  }
  customIds.add(id);
}

/** @param customIds - those met so far; added to */
export function checkButton(
  complaints: Complaints,
  path: FieldPath,
  button: ApiObject,
  customIds: Set<string>,
): void {
  const style = numberOf(button, 'style');
  checkRange(complaints, [...path, 'style'], button['style'] ?? 0, { min: 1, max: BUTTON_STYLE.premium });
  checkText(complaints, [...path, 'label'], button['label'], { max: LIMIT.label });
  if (style === BUTTON_STYLE.premium) {
    return;
  }
  if (style === BUTTON_STYLE.link) {
    checkLink(complaints, path, button);
  } else {
    checkCustomId(complaints, path, button, customIds);
  }
  const isBlank = (textOf(button, 'label') ?? '') === '' && !objectOf(button, 'emoji');
  if (isBlank) {
    complaints.add([...path, 'label'], 'BUTTON_COMPONENT_LABEL_REQUIRED', 'A label or emoji is required');
  }
}

function checkLink(complaints: Complaints, path: FieldPath, button: ApiObject): void {
  checkText(complaints, [...path, 'url'], button['url'], { min: 1, max: LIMIT.url, isRequired: true });
  checkAddress(complaints, [...path, 'url'], button['url'], ['discord']);
  if (button['custom_id'] !== undefined) {
    complaints.add(
      [...path, 'custom_id'],
      'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
      'A custom id and url cannot both be specified',
    );
  }
}

/** Of a list to choose from, in a message or in a form. */
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
    checkOption(complaints, [...path, 'options', index], option, values);
  }
}

function checkOption(complaints: Complaints, path: FieldPath, option: ApiObject, values: Set<string>): void {
  const required = { min: 1, max: LIMIT.optionText, isRequired: true };
  checkText(complaints, [...path, 'label'], option['label'], required);
  checkText(complaints, [...path, 'value'], option['value'], required);
  checkText(complaints, [...path, 'description'], option['description'], { max: LIMIT.optionText });
  const value = textOf(option, 'value') ?? '';
  if (values.has(value)) {
    complaints.add(
      [...path, 'value'],
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    );
  }
  values.add(value);
}

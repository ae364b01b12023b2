import { COMPONENT } from '#playground/component-types.ts';
import { Refused } from '#playground/interactions/refused.ts';
import { numberOf, objectOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

/** What was entered, by the field's `custom_id`: text, or the values chosen from a list. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

const LONGEST = 4000;

/**
 * A form's components as its submission brings them.
 *
 * @throws Refused for a field that must be filled in and is not, or is too short or long
 */
export function filledModal(components: readonly ApiObject[], values: ModalValues): readonly ApiObject[] {
  return components.flatMap((component, index): readonly ApiObject[] => {
    const type = numberOf(component, 'type');
    const id = index + 1;
    const labelled = objectOf(component, 'component');
    if (type === COMPONENT.label && labelled) {
      return [{ type, id, component: filledField(labelled, values) }];
    }
    if (type === COMPONENT.actionRow) {
      const fields = objectsOf(component, 'components').map((field) => filledField(field, values));
      return [{ type, id, components: fields }];
    }
    return type === COMPONENT.textDisplay ? [{ type, id }] : [];
  });
}

function filledField(field: ApiObject, values: ModalValues): ApiObject {
  const customId = textOf(field, 'custom_id') ?? '';
  const type = numberOf(field, 'type');
  const entered = values[customId];
  if (type === COMPONENT.textInput) {
    const value = typeof entered === 'string' ? entered : (textOf(field, 'value') ?? '');
    checkEntered(field, customId, value);
    return { type, id: 0, custom_id: customId, value };
  }
  const chosen = typeof entered === 'string' ? [entered] : (entered ?? []);
  return { type, id: 0, custom_id: customId, values: chosen };
}

function checkEntered(field: ApiObject, customId: string, value: string): void {
  if (value === '') {
    if (field['required'] !== false) {
      throw new Refused(`The field "${customId}" must be filled in.`);
    }
    return;
  }
  const least = numberOf(field, 'min_length') ?? 0;
  const most = numberOf(field, 'max_length') ?? LONGEST;
  if (value.length < least || value.length > most) {
    throw new Refused(`The field "${customId}" takes ${least} to ${most} characters.`);
  }
}

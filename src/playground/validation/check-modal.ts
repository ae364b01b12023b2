import { childrenOf, COMPONENT, SELECTS } from '#playground/discord-types.ts';
import { numberOf, objectOf, objectsOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { COMPLAINT, type Complaints, createComplaints, type FieldPath } from './complaints.ts';
import { checkCustomId, checkSelect } from './check-controls.ts';
import { checkCount, checkKind, checkRange, checkText } from './limits.ts';

const LIMIT = {
  title: 45,
  label: 45,
  description: 100,
  customId: 100,
  placeholder: 100,
  value: 4000,
  components: 5,
};
const IN_LABEL = [
  COMPONENT.textInput,
  ...SELECTS,
  COMPONENT.fileUpload,
  COMPONENT.radioGroup,
  COMPONENT.checkboxGroup,
  COMPONENT.checkbox,
];

/**
 * Refuses a modal as Discord does.
 *
 * @param modal - `{custom_id, title, components}`
 * @throws ApiError 50035 that names each field under `data`
 */
export function checkModal(modal: ApiObject): void {
  const complaints = createComplaints();
  checkText(complaints, ['data', 'custom_id'], modal['custom_id'], {
    min: 1,
    max: LIMIT.customId,
    isRequired: true,
  });
  checkText(complaints, ['data', 'title'], modal['title'], { min: 1, max: LIMIT.title, isRequired: true });
  checkCount(complaints, ['data', 'components'], modal['components'], { min: 1, max: LIMIT.components });
  const customIds = new Set<string>();
  for (const [index, component] of objectsOf(modal, 'components').entries()) {
    const path = ['data', 'components', index];
    if (
      checkKind(complaints, path, component, [COMPONENT.actionRow, COMPONENT.textDisplay, COMPONENT.label])
    ) {
      checkTop(complaints, path, component, customIds);
    }
  }
  complaints.throwIfAny();
}

function checkTop(
  complaints: Complaints,
  path: FieldPath,
  component: ApiObject,
  customIds: Set<string>,
): void {
  const type = numberOf(component, 'type');
  if (type === COMPONENT.textDisplay) {
    checkText(complaints, [...path, 'content'], component['content'], {
      min: 1,
      max: LIMIT.value,
      isRequired: true,
    });
    return;
  }
  const isLabel = type === COMPONENT.label;
  if (isLabel) {
    checkText(complaints, [...path, 'label'], component['label'], {
      min: 1,
      max: LIMIT.label,
      isRequired: true,
    });
    checkText(complaints, [...path, 'description'], component['description'], { max: LIMIT.description });
    if (!objectOf(component, 'component')) {
      complaints.add([...path, 'component'], ...COMPLAINT.required);
    }
  } else {
    checkCount(complaints, [...path, 'components'], component['components'], { min: 1, max: 1 });
  }
  for (const field of childrenOf(component)) {
    const at = isLabel ? [...path, 'component'] : [...path, 'components', 0];
    if (checkKind(complaints, at, field, isLabel ? IN_LABEL : [COMPONENT.textInput])) {
      checkField(complaints, at, field, customIds);
      if (!isLabel && numberOf(field, 'type') === COMPONENT.textInput) {
        checkText(complaints, [...at, 'label'], field['label'], {
          min: 1,
          max: LIMIT.label,
          isRequired: true,
        });
      }
    }
  }
}

function checkField(complaints: Complaints, path: FieldPath, field: ApiObject, customIds: Set<string>): void {
  checkCustomId(complaints, path, field, customIds);
  const type = numberOf(field, 'type') ?? 0;
  if (SELECTS.has(type)) {
    checkSelect(complaints, path, field);
  } else if (type === COMPONENT.textInput) {
    checkRange(complaints, [...path, 'style'], field['style'] ?? 0, { min: 1, max: 2 });
    checkText(complaints, [...path, 'placeholder'], field['placeholder'], { max: LIMIT.placeholder });
    checkText(complaints, [...path, 'value'], field['value'], { max: LIMIT.value });
    checkRange(complaints, [...path, 'min_length'], field['min_length'], { min: 0, max: LIMIT.value });
    checkRange(complaints, [...path, 'max_length'], field['max_length'], { min: 1, max: LIMIT.value });
  }
}

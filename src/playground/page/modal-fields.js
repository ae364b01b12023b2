// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Scene } from './scene.js'
 *
 * @typedef {{
 *   readonly root: HTMLElement,
 *   readonly submission: () => ApiObject,
 *   readonly problem: () => string | undefined,
 *   readonly focus: () => void,
 * }} ModalField `submission` has the shape of a modal submit's component; `problem` says why it cannot be sent
 */
import { COMPONENT, isTrue, numberOf, objectsOf, textOf } from './api.js';
import { element, freshId } from './element.js';
import { picker } from './picker.js';
import { isSelect, selectSpec } from './selects.js';

const PARAGRAPH = 2;
/** Characters of a text input unless the modal allows fewer. */
const LONGEST_TEXT = 4000;
const REQUIRED = 'This field is required.';

/**
 * The field for a component of a modal, or `undefined` for one that this page cannot fill in.
 *
 * @param {ApiObject} component
 * @param {string} label
 * @param {Scene} scene
 * @returns {ModalField | undefined}
 */
export function modalField(component, label, scene) {
  if (isSelect(component)) {
    return selectField(component, label, scene);
  }
  switch (numberOf(component, 'type')) {
    case COMPONENT.textInput:
      return textField(component, label);
    case COMPONENT.radioGroup:
      return choiceField(component, label, 'radio');
    case COMPONENT.checkboxGroup:
      return choiceField(component, label, 'checkbox');
    case COMPONENT.checkbox:
      return checkboxField(component, label);
    default:
      return undefined;
  }
}

/**
 * Whether something must be filled in; Discord says yes unless it is told otherwise.
 *
 * @param {ApiObject} component
 */
export function isRequired(component) {
  return component['required'] !== false && numberOf(component, 'type') !== COMPONENT.checkbox;
}

/**
 * What tells the bot which of its components a submitted one is.
 *
 * @param {ApiObject} component
 * @returns {ApiObject}
 */
export function identity(component) {
  const { type, id, custom_id } = component;
  return {
    type,
    ...(id === undefined ? {} : { id }),
    ...(custom_id === undefined ? {} : { custom_id }),
  };
}

/** @type {(component: ApiObject, label: string) => ModalField} */
function textField(component, label) {
  const isParagraph = numberOf(component, 'style') === PARAGRAPH;
  const least = numberOf(component, 'min_length') ?? 0;
  const most = numberOf(component, 'max_length') ?? LONGEST_TEXT;
  const attributes = {
    class: 'text-input',
    placeholder: textOf(component, 'placeholder') || undefined,
    maxlength: most,
    autocomplete: 'off',
    'aria-label': label,
    'aria-required': String(isRequired(component)),
    'data-custom-id': textOf(component, 'custom_id'),
  };
  const input = isParagraph
    ? element('textarea', { ...attributes, rows: 4 })
    : element('input', { ...attributes, type: 'text' });
  input.value = textOf(component, 'value');
  const count = element('span', { class: 'text-count', 'aria-hidden': 'true' });
  const showCount = () => (count.textContent = `${input.value.length}/${most}`);
  input.addEventListener('input', showCount);
  showCount();
  return {
    root: element('div', { class: 'text-field' }, input, most < LONGEST_TEXT && count),
    submission: () => ({ ...identity(component), value: input.value }),
    problem: () => {
      if (input.value.trim() === '') {
        return isRequired(component) ? REQUIRED : undefined;
      }
      return input.value.length < least ? `Type at least ${least} characters.` : undefined;
    },
    focus: () => input.focus(),
  };
}

/** @type {(component: ApiObject, label: string, scene: Scene) => ModalField} */
function selectField(component, label, scene) {
  const spec = selectSpec(component, scene);
  /** @type {readonly string[]} */
  let values = spec.selected;
  const root = picker({ ...spec, label, least: isRequired(component) ? spec.least : 0 }, (chosen) => {
    values = chosen;
  });
  return {
    root,
    submission: () => ({ ...identity(component), values }),
    problem: () => (isRequired(component) && values.length < Math.max(spec.least, 1) ? REQUIRED : undefined),
    focus: () => root.querySelector('button')?.focus(),
  };
}

/** @type {(component: ApiObject, label: string, kind: 'radio' | 'checkbox') => ModalField} */
function choiceField(component, label, kind) {
  const name = freshId('choice');
  const options = objectsOf(component, 'options').map((option) => {
    const input = element('input', { type: kind, name, value: textOf(option, 'value') });
    input.checked = isTrue(option, 'default');
    const description = textOf(option, 'description');
    const label = element('span', {}, textOf(option, 'label'));
    if (description) {
      label.append(element('span', { class: 'choice-description' }, description));
    }
    return { input, row: element('label', { class: 'check-row' }, input, label) };
  });
  const values = () => options.filter(({ input }) => input.checked).map(({ input }) => input.value);
  const least = numberOf(component, 'min_values') ?? 1;
  const most = numberOf(component, 'max_values') ?? options.length;
  return {
    root: element(
      'div',
      { class: 'check-rows', role: kind === 'radio' ? 'radiogroup' : 'group', 'aria-label': label },
      ...options.map(({ row }) => row),
    ),
    submission: () => ({
      ...identity(component),
      ...(kind === 'radio' ? { value: values()[0] ?? null } : { values: values() }),
    }),
    problem: () => {
      if (isRequired(component) && values().length < least) {
        return REQUIRED;
      }
      return kind === 'checkbox' && values().length > most ? `Choose at most ${most}.` : undefined;
    },
    focus: () => options[0]?.input.focus(),
  };
}

/** @type {(component: ApiObject, label: string) => ModalField} */
function checkboxField(component, label) {
  const input = element('input', { type: 'checkbox', 'aria-label': label });
  input.checked = isTrue(component, 'default');
  return {
    root: element('div', { class: 'check-row' }, input),
    submission: () => ({ ...identity(component), value: input.checked }),
    problem: () => undefined,
    focus: () => input.focus(),
  };
}

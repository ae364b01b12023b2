// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { ModalField } from './modal-fields.js'
 * @import { Scene } from './scene.js'
 *
 * @typedef {{ readonly field: ModalField, readonly shown: HTMLElement }} Entry a field, and where its problem is shown
 *
 * @typedef {{
 *   readonly root: HTMLElement,
 *   readonly entries: readonly Entry[],
 *   readonly submission: () => ApiObject | undefined,
 * }} ModalRow `submission` is absent for what this page cannot fill in
 */
import { COMPONENT, numberOf, objectOf, objectsOf, textOf } from './api.js';
import { element } from './element.js';
import { markdown } from './markdown.js';
import { identity, isRequired, modalField } from './modal-fields.js';

/**
 * One of a modal's top-level components, with the fields in it.
 *
 * @param {ApiObject} component
 * @param {Scene} scene
 * @returns {ModalRow}
 */
export function modalRow(component, scene) {
  switch (numberOf(component, 'type')) {
    case COMPONENT.label:
      return labelRow(component, scene);
    case COMPONENT.actionRow:
      return actionRow(component, scene);
    case COMPONENT.textDisplay:
      return {
        root: markdown(textOf(component, 'content'), scene),
        entries: [],
        submission: () => identity(component),
      };
    default:
      return unknownRow(component);
  }
}

/** @type {(component: ApiObject, scene: Scene) => ModalRow} */
function labelRow(component, scene) {
  const inner = objectOf(component, 'component') ?? {};
  const label = textOf(component, 'label');
  const field = modalField(inner, label, scene);
  if (!field) {
    return unknownRow(inner);
  }
  const { root, shown } = fieldView(label, textOf(component, 'description'), inner, field);
  return {
    root,
    entries: [{ field, shown }],
    submission: () => ({ ...identity(component), component: field.submission() }),
  };
}

/** @type {(component: ApiObject, scene: Scene) => ModalRow} */
function actionRow(component, scene) {
  const made = objectsOf(component, 'components').flatMap((inner) => {
    const label = textOf(inner, 'label');
    const field = modalField(inner, label, scene);
    return field ? [{ field, ...fieldView(label, '', inner, field) }] : [];
  });
  return {
    root: element('div', {}, ...made.map(({ root }) => root)),
    entries: made,
    submission: () => ({
      ...identity(component),
      components: made.map(({ field }) => field.submission()),
    }),
  };
}

/** @type {(component: ApiObject) => ModalRow} */
function unknownRow(component) {
  const words = `This page does not show components of type ${numberOf(component, 'type') ?? 'unknown'} in a modal.`;
  return { root: element('div', { class: 'note' }, words), entries: [], submission: () => undefined };
}

/** @type {(label: string, description: string, component: ApiObject, field: ModalField) => { root: HTMLElement, shown: HTMLElement }} */
function fieldView(label, description, component, field) {
  const shown = element('p', { class: 'field-problem', role: 'alert' });
  const star = element('span', { class: 'star', title: 'Required', 'aria-label': 'required' }, '*');
  const root = element(
    'div',
    { class: 'modal-field' },
    element('div', { class: 'modal-label' }, label, isRequired(component) && star),
    description ? element('div', { class: 'modal-description' }, description) : undefined,
    field.root,
    shown,
  );
  return { root, shown };
}

// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Child } from './element.js'
 * @import { Outcome } from './interactions.js'
 * @import { Scene } from './scene.js'
 * @import { ModalField } from './modal-fields.js'
 */
import { COMPONENT, numberOf, objectOf, objectsOf, textOf } from './api.js';
import { byId, element, icon, pressable } from './element.js';
import { markdown } from './markdown.js';
import { identity, isRequired, modalField } from './modal-fields.js';

/**
 * @typedef {(customId: string, components: readonly ApiObject[], outcome: Outcome) => void} SubmitModal
 */

/**
 * Opens a bot's modal over the page. It stays until it is sent and acknowledged, or closed.
 *
 * @param {ApiObject} modal `{custom_id, title, components}`
 * @param {Scene} scene
 * @param {SubmitModal} submit
 */
export function openModal(modal, scene, submit) {
  const dialog = byId('modal', HTMLDialogElement);
  const rows = objectsOf(modal, 'components').map((component) => modalRow(component, scene));
  const note = element('p', { class: 'modal-note', role: 'alert' });
  const send = element('button', { class: 'button button-primary', type: 'submit' }, 'Submit');
  const close = () => dialog.close();
  const form = formView(
    textOf(modal, 'title'),
    rows.map(({ root }) => root),
    note,
    { send, close },
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (send.disabled || !isSendable(rows.flatMap(({ entries }) => entries))) {
      return;
    }
    send.disabled = true;
    note.textContent = '';
    const components = rows.map(({ submission }) => submission()).filter((one) => one !== undefined);
    submit(textOf(modal, 'custom_id'), components, {
      acknowledged: () => {
        // Another modal may have taken this one's place by now.
        if (dialog.contains(form)) {
          close();
        }
      },
      failed: (reason) => {
        send.disabled = false;
        note.textContent = `Something went wrong. Try again. (${reason})`;
      },
    });
  });
  dialog.replaceChildren(form);
  if (!dialog.open) {
    dialog.showModal();
  }
  rows.find(({ entries }) => entries.length > 0)?.entries[0]?.field.focus();
}

/** @type {(title: string, rows: readonly Child[], note: HTMLElement, acts: { send: HTMLElement, close: () => void }) => HTMLFormElement} */
function formView(title, rows, note, { send, close }) {
  return element(
    'form',
    { class: 'modal-form', novalidate: true },
    element(
      'div',
      { class: 'modal-head' },
      element('h2', { id: 'modal-title' }, title),
      pressable({ class: 'icon-button', 'aria-label': 'Close' }, close, icon('close')),
    ),
    element('div', { class: 'modal-rows' }, ...rows),
    note,
    element(
      'div',
      { class: 'modal-foot' },
      pressable({ class: 'button button-secondary' }, close, 'Cancel'),
      send,
    ),
  );
}

/** @type {(entries: readonly Entry[]) => boolean} */
function isSendable(entries) {
  const wrong = entries.filter(({ field, shown }) => {
    const problem = field.problem();
    shown.textContent = problem ?? '';
    return problem !== undefined;
  });
  wrong[0]?.field.focus();
  return wrong.length === 0;
}

/**
 * @typedef {{ readonly field: ModalField, readonly shown: HTMLElement }} Entry a field, and where its problem is shown
 *
 * @typedef {{
 *   readonly root: HTMLElement,
 *   readonly entries: readonly Entry[],
 *   readonly submission: () => ApiObject | undefined,
 * }} ModalRow `submission` is absent for what this page cannot fill in
 */

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
  const notice = `This page does not show components of type ${numberOf(component, 'type') ?? 'unknown'} in a modal.`;
  return { root: element('div', { class: 'note' }, notice), entries: [], submission: () => undefined };
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

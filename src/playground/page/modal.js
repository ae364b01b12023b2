// @ts-check
/**
 * @import { ApiObject } from '../page-protocol.ts'
 * @import { Child } from './element.js'
 * @import { Outcome } from './interactions.js'
 * @import { Entry } from './modal-rows.js'
 * @import { Scene } from './scene.js'
 *
 * @typedef {(customId: string, components: readonly ApiObject[], outcome: Outcome) => void} SubmitModal
 */
import { objectsOf, textOf } from './api.js';
import { byId, element, pressable } from './element.js';
import { icon } from './icons.js';
import { modalRow } from './modal-rows.js';

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

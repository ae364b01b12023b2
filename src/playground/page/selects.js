// @ts-check
/**
 * @import { ApiObject, PageMessage } from '../page-protocol.ts'
 * @import { Choice } from './choices.js'
 * @import { Named, Scene } from './scene.js'
 */
import { COMPONENT, isTrue, numberOf, objectOf, objectsOf, textOf } from './api.js';
import { emojiText } from './buttons.js';
import { picker } from './picker.js';

/** @type {ReadonlySet<number | undefined>} */
const SELECTS = new Set([
  COMPONENT.stringSelect,
  COMPONENT.userSelect,
  COMPONENT.roleSelect,
  COMPONENT.mentionableSelect,
  COMPONENT.channelSelect,
]);

/** @param {ApiObject} component */
export function isSelect(component) {
  return SELECTS.has(numberOf(component, 'type'));
}

/**
 * A select in a message: choosing asks the bot.
 *
 * @param {ApiObject} component
 * @param {PageMessage} message
 * @param {Scene} scene
 */
export function selectView(component, message, scene) {
  const customId = textOf(component, 'custom_id');
  const { pending, chosen } = scene.pressState(message.id);
  const spec = selectSpec(component, scene);
  const view = picker(
    {
      ...spec,
      selected: chosen.get(customId) ?? spec.selected,
      disabled: isTrue(component, 'disabled'),
      key: customId,
    },
    (values) => scene.press(message, component, values),
  );
  if (pending === customId) {
    view.classList.add('pending');
  }
  return view;
}

/**
 * How a select of a message or modal is picked from.
 *
 * @param {ApiObject} component
 * @param {Scene} scene
 */
export function selectSpec(component, scene) {
  const placeholder = textOf(component, 'placeholder') || 'Make a selection';
  return {
    label: placeholder,
    placeholder,
    choices: choicesOf(component, scene),
    selected: [
      ...objectsOf(component, 'options')
        .filter((option) => isTrue(option, 'default'))
        .map((option) => textOf(option, 'value')),
      ...objectsOf(component, 'default_values').map((value) => textOf(value, 'id')),
    ],
    least: numberOf(component, 'min_values') ?? 1,
    most: numberOf(component, 'max_values') ?? 1,
  };
}

/** @type {(component: ApiObject, scene: Scene) => readonly Choice[]} */
function choicesOf(component, scene) {
  const people = () => scene.users().map((user) => named('@', user));
  const roles = () => scene.roles().map((role) => named('@', role));
  switch (numberOf(component, 'type')) {
    case COMPONENT.userSelect:
      return people();
    case COMPONENT.roleSelect:
      return roles();
    case COMPONENT.mentionableSelect:
      return [...people(), ...roles()];
    case COMPONENT.channelSelect:
      return scene.channels().map((channel) => named('#', channel));
    default:
      return objectsOf(component, 'options').map((option) => ({
        value: textOf(option, 'value'),
        label: textOf(option, 'label'),
        description: textOf(option, 'description') || undefined,
        emoji: emojiText(objectOf(option, 'emoji')) || undefined,
      }));
  }
}

/** @type {(mark: string, thing: Named) => Choice} */
function named(mark, { id, name }) {
  return { value: id, label: `${mark}${name}` };
}

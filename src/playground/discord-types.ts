import { numberOf, objectOf, objectsOf } from './json.ts';
import type { ApiObject } from './page-protocol.ts';

/** The numbers that Discord gives the kinds of component. */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const SELECTS: ReadonlySet<number> = new Set([
  COMPONENT.stringSelect,
  COMPONENT.userSelect,
  COMPONENT.roleSelect,
  COMPONENT.mentionableSelect,
  COMPONENT.channelSelect,
]);

/** Bits of a message's `flags`. */
export const MESSAGE_FLAG = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** Those that may come with a new message; the others are Discord's to set. */
export const SETTABLE_FLAGS =
  MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.suppressNotifications | MESSAGE_FLAG.componentsV2;

/** What a button does when it opens a link or a shop instead of telling the bot. */
export const BUTTON_STYLE = { link: 5, premium: 6 } as const;

/** The components directly inside of one: its children, its accessory, what a label stands for. */
export function childrenOf(component: ApiObject): readonly ApiObject[] {
  const accessory = objectOf(component, 'accessory');
  const labelled = objectOf(component, 'component');
  return [
    ...objectsOf(component, 'components'),
    ...(accessory ? [accessory] : []),
    ...(labelled ? [labelled] : []),
  ];
}

/** All components, each before those inside of it. */
export function allComponents(components: readonly ApiObject[]): readonly ApiObject[] {
  return components.flatMap((component) => [component, ...allComponents(childrenOf(component))]);
}

/** The numbers that Discord gives the kinds of command option. */
export const OPTION = {
  subCommand: 1,
  subCommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** The numbers that Discord gives the kinds of command. */
export const COMMAND = { chatInput: 1, user: 2, message: 3, entryPoint: 4 } as const;

/** A command that does not say what it is, is typed with a slash. */
export function commandType(command: ApiObject): number {
  return numberOf(command, 'type') ?? COMMAND.chatInput;
}

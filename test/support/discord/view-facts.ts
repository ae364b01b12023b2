import type { AlertMessage } from '#discord/views/signal/alert-message.ts';

/** A component and everything below it. */
type Component = { readonly type: number; readonly [key: string]: unknown };

const TEXT = 10;
const BUTTON = 2;

/** Everything in a message, containers before what they hold. */
export function componentsOf(view: AlertMessage): readonly Component[] {
  const below = (component: object): readonly Component[] => [
    Object.assign({ type: 0 }, component),
    ...list(component, 'components').flatMap(below),
  ];
  return view.components.flatMap(below);
}

/** The texts of a message, top to bottom. */
export function textOf(view: AlertMessage): string {
  const classic = 'embeds' in view ? [view.content, view.embeds[0].description ?? ''] : [];
  const texts = componentsOf(view)
    .filter(({ type }) => type === TEXT)
    .map((component) => String(component['content']));
  return [...classic, ...texts].join('\n');
}

export function buttonsOf(view: AlertMessage): readonly Component[] {
  return componentsOf(view).filter(({ type }) => type === BUTTON);
}

export function customIdsOf(view: AlertMessage): readonly string[] {
  return componentsOf(view).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
}

function list(value: object, name: string): readonly object[] {
  const found: unknown = Reflect.get(value, name);
  return Array.isArray(found) ? found : [];
}

import { objectOf, objectsOf } from './json.ts';
import type { ApiObject } from './page-protocol.ts';

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

import { COMPONENT } from '#playground/component-types.ts';
import { allComponents } from '#playground/component-walk.ts';
import { numberOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { Complaints } from './complaints.ts';
import { AT_TOP, checkComponent } from './component-kinds.ts';
import { checkCount, checkKind, codePoints } from './limits.ts';

const MOST_ROWS = 5;
const MOST_COMPONENTS = 40;
const MOST_TEXT = 4000;

/**
 * Complains of components that Discord would refuse, one by one and together.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export function checkComponents(
  complaints: Complaints,
  payload: ApiObject,
  parts: { readonly isV2: boolean; readonly filenames: ReadonlySet<string> },
): void {
  const components = objectsOf(payload, 'components');
  if (!parts.isV2) {
    checkCount(complaints, ['components'], payload['components'], { max: MOST_ROWS });
  }
  const message = { complaints, filenames: parts.filenames, customIds: new Set<string>() };
  for (const [index, component] of components.entries()) {
    const path = ['components', index];
    if (checkKind(complaints, path, component, parts.isV2 ? AT_TOP : [COMPONENT.actionRow])) {
      checkComponent(message, path, component);
    }
  }
  checkTogether(complaints, components);
}

function checkTogether(complaints: Complaints, components: readonly ApiObject[]): void {
  const all = allComponents(components);
  if (all.length > MOST_COMPONENTS) {
    complaints.add(
      ['components'],
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components cannot exceed ${MOST_COMPONENTS}`,
    );
  }
  if (all.reduce((sum, component) => sum + shownLength(component), 0) > MOST_TEXT) {
    complaints.add(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `The total text of the message cannot exceed ${MOST_TEXT} characters`,
    );
  }
}

function shownLength(component: ApiObject): number {
  const isText = numberOf(component, 'type') === COMPONENT.textDisplay;
  return isText ? codePoints(textOf(component, 'content') ?? '') : 0;
}

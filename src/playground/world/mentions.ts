import { COMPONENT } from '#playground/component-types.ts';
import { allComponents } from '#playground/component-walk.ts';
import { numberOf, objectOf, objectsOf, textOf, textsOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { userObject } from './api-objects.ts';
import { EVERYBODY, ROLES } from './cast.ts';

/** Whom a message notifies: those named in its text, as far as its sender allows. */
export function mentionsOf(payload: ApiObject): ApiObject {
  const text = [
    textOf(payload, 'content') ?? '',
    ...allComponents(objectsOf(payload, 'components'))
      .filter((component) => numberOf(component, 'type') === COMPONENT.textDisplay)
      .map((component) => textOf(component, 'content') ?? ''),
  ].join('\n');
  const allowed = objectOf(payload, 'allowed_mentions');
  const isAllowed = (kind: string, id: string): boolean =>
    allowed === undefined || textsOf(allowed, 'parse').includes(kind) || textsOf(allowed, kind).includes(id);

  return {
    mentions: EVERYBODY.filter(
      ({ id }) => (text.includes(`<@${id}>`) || text.includes(`<@!${id}>`)) && isAllowed('users', id),
    ).map(userObject),
    mention_roles: ROLES.filter(({ id }) => text.includes(`<@&${id}>`) && isAllowed('roles', id)).map(
      ({ id }) => id,
    ),
    mention_everyone: /@(everyone|here)\b/.test(text) && isAllowed('everyone', ''),
  };
}

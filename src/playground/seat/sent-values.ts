import type { OptionFile } from '#playground/interactions/option-files.ts';
import { Refused } from '#playground/interactions/use.ts';
import { numberOf, objectOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { COMPONENT } from '#playground/discord-types.ts';

/** By name of the option; a file is uploaded first. */
export type OptionValues = Readonly<Record<string, string | number | boolean | OptionFile>>;

/** The same once each file has the id that it is known by. */
export type SentValues = Readonly<Record<string, string | number | boolean>>;

/**
 * Plain values as an interaction's `data.options`, below the sub-commands that lead to them.
 *
 * @param steps - names of the sub-command group and sub-command
 * @throws Refused for a sub-command or option that the command does not have
 */
export function nestedOptions(
  command: ApiObject,
  steps: readonly string[],
  typed: { readonly values: SentValues; readonly focused?: string },
): readonly ApiObject[] {
  const known = objectsOf(command, 'options');
  const [step, ...rest] = steps;
  const find = (name: string): ApiObject => {
    const option = known.find((candidate) => candidate['name'] === name);
    if (!option) {
      throw new Refused(`There is no sub-command or option "${name}".`);
    }
    return option;
  };
  if (step !== undefined) {
    const option = find(step);
    return [{ type: option['type'], name: step, options: nestedOptions(option, rest, typed) }];
  }
  return Object.entries(typed.values).map(([name, value]) => ({
    type: find(name)['type'],
    name,
    value,
    ...(name === typed.focused && { focused: true }),
  }));
}

/** What was entered, by the field's `custom_id`: text, or the values chosen from a list. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

const LONGEST = 4000;

/**
 * A form's components as its submission brings them.
 *
 * @throws Refused for a field that must be filled in and is not, or is too short or long
 */
export function filledModal(components: readonly ApiObject[], values: ModalValues): readonly ApiObject[] {
  return components.flatMap((component, index): readonly ApiObject[] => {
    const type = numberOf(component, 'type');
    const id = index + 1;
    const labelled = objectOf(component, 'component');
    if (type === COMPONENT.label && labelled) {
      return [{ type, id, component: filledField(labelled, values) }];
    }
    if (type === COMPONENT.actionRow) {
      const fields = objectsOf(component, 'components').map((field) => filledField(field, values));
      return [{ type, id, components: fields }];
    }
    return type === COMPONENT.textDisplay ? [{ type, id }] : [];
  });
}

function filledField(field: ApiObject, values: ModalValues): ApiObject {
  const customId = textOf(field, 'custom_id') ?? '';
  const type = numberOf(field, 'type');
  const entered = values[customId];
  if (type === COMPONENT.textInput) {
    const value = typeof entered === 'string' ? entered : (textOf(field, 'value') ?? '');
    checkEntered(field, customId, value);
    return { type, id: 0, custom_id: customId, value };
  }
  const chosen = typeof entered === 'string' ? [entered] : (entered ?? []);
  return { type, id: 0, custom_id: customId, values: chosen };
}

function checkEntered(field: ApiObject, customId: string, value: string): void {
  if (value === '') {
    if (field['required'] !== false) {
      throw new Refused(`The field "${customId}" must be filled in.`);
    }
    return;
  }
  const least = numberOf(field, 'min_length') ?? 0;
  const most = numberOf(field, 'max_length') ?? LONGEST;
  if (value.length < least || value.length > most) {
    throw new Refused(`The field "${customId}" takes ${least} to ${most} characters.`);
  }
}

import type { GivenFile } from '#playground/interactions/given-files.ts';
import { Refused } from '#playground/interactions/refused.ts';
import { objectsOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';

/** By name of the option; a file is uploaded first. */
export type OptionValues = Readonly<Record<string, string | number | boolean | GivenFile>>;

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

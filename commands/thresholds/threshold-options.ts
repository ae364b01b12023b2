import { z } from 'zod';
import type { Choice, Command, CommandContext } from '#discord/command/command.ts';
import { option } from '#discord/command/option.ts';

type Complete = NonNullable<Command['complete']>;

/** Characters of a threshold's or preset's name, and of a value, as they are typed. */
const LONGEST_NAME = 50;
const LONGEST_VALUE = 200;

/** Characters of a choice that Discord shows. */
const LONGEST_CHOICE = 100;

export function keyOption(description: string) {
  return option(z.string().max(LONGEST_NAME), { description, autocomplete: true });
}

export function valueOption(description: string) {
  return option(z.string().max(LONGEST_VALUE), { description });
}

export function presetOption(description: string) {
  return option(z.string().max(LONGEST_NAME), { description, autocomplete: true });
}

/** Thresholds whose key holds what was typed, each with its value. */
export async function completeKey(
  { typed }: { readonly typed: string },
  { server, services }: CommandContext,
): Promise<readonly Choice[]> {
  const { rules, show } = await services.viewThresholds(server);
  const part = typed.trim().toLowerCase();
  return rules
    .filter(({ key }) => key.toLowerCase().includes(part))
    .map(({ key }) => ({ name: `${key} = ${show(key)}`, value: key }));
}

/** Presets whose name holds what was typed. */
export const completePreset: Complete = ({ typed }, { services }) =>
  presetsLike(typed, services).map(({ name }) => ({ name, value: name }));

/** The same, each with what it stands for. */
export const completeExplainedPreset: Complete = ({ typed }, { services }) =>
  presetsLike(typed, services).map(({ name, meaning }) => ({
    name: `${name} · ${meaning}`.slice(0, LONGEST_CHOICE),
    value: name,
  }));

function presetsLike(typed: string, services: CommandContext['services']) {
  const part = typed.trim().toLowerCase();
  return services.presets().filter(({ name }) => name.includes(part));
}

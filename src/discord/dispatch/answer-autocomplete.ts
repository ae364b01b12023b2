import type { Choice } from '#discord/command/command.ts';
import { clip } from '#discord/message/clip.ts';
import { reportFailure } from './answer.ts';
import { findCommand } from './answer-command.ts';
import { commandContext, type DispatchParts } from './command-context.ts';
import type { AutocompleteInteraction } from './interactions.ts';

/** Discord's limits: choices offered at once, and characters of each. */
const CHOICES = 25;
const LONGEST = 100;

/** Milliseconds after which the person has typed on. */
const TIMEOUT = 2_500;

/** Offers values while somebody types; nothing at all where that fails. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  parts: DispatchParts,
): Promise<void> {
  await interaction.respond((await choicesFor(interaction, parts)).map(withinLimits).slice(0, CHOICES));
}

async function choicesFor(
  interaction: AutocompleteInteraction,
  parts: DispatchParts,
): Promise<readonly Choice[]> {
  const match = findCommand(parts.commands, interaction.commandName, interaction.options.data);
  if (!match?.command.complete) {
    return [];
  }
  try {
    const { name: option, value: typed } = interaction.options.getFocused(true);
    const signal = AbortSignal.timeout(TIMEOUT);
    const context = await commandContext(interaction, 'everyone', parts, {
      signal,
      showProgress: () => undefined,
    });
    return (await match.command.complete({ option, typed }, context)).filter(
      ({ value }) => value.length <= LONGEST,
    );
  } catch (error) {
    reportFailure(error, interaction.id, parts.log);
    return [];
  }
}

function withinLimits({ name, value }: Choice): Choice {
  return { name: clip(name, LONGEST), value };
}

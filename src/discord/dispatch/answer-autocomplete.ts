import type { Choice } from '#discord/command.ts';
import { clip } from '#discord/message/clip.ts';
import { reportFailure } from './answer.ts';
import { findCommand } from './answer-command.ts';
import { contextOf, type DispatchParts } from './context.ts';
import type { AskedChoices } from './interaction.ts';

/** Discord's limits: choices offered at once, and characters of each. */
const CHOICES = 25;
const LONGEST = 100;

/** Milliseconds after which the person has typed on. */
const TIMEOUT = 2_500;

/** Offers values while somebody types; nothing at all where that fails. */
export async function answerAutocomplete(asked: AskedChoices, parts: DispatchParts): Promise<void> {
  await asked.respond((await choicesFor(asked, parts)).map(withinLimits).slice(0, CHOICES));
}

async function choicesFor(asked: AskedChoices, parts: DispatchParts): Promise<readonly Choice[]> {
  const found = findCommand(parts.commands, asked.commandName, asked.options.data);
  if (!found?.command.complete) {
    return [];
  }
  try {
    const { name: option, value: typed } = asked.options.getFocused(true);
    const signal = AbortSignal.timeout(TIMEOUT);
    const context = await contextOf(asked, 'everyone', parts, { signal, tell: () => undefined });
    return (await found.command.complete({ option, typed }, context)).filter(
      ({ value }) => value.length <= LONGEST,
    );
  } catch (error) {
    reportFailure(error, asked.id, parts.log);
    return [];
  }
}

function withinLimits({ name, value }: Choice): Choice {
  return { name: clip(name, LONGEST), value };
}

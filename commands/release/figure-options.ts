import { z } from 'zod';
import type { Choice, CommandContext } from '#discord/command/command.ts';
import { option } from '#discord/command/option.ts';
import { newYork } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import type { TypedFigures } from '#services/releases/typed-figures.ts';

/** Percent: far beyond anything that was ever published. */
const LIMIT = 25;
const LONGEST_RELEASE = 40;

const texts = en.releases.commands;

const percentOption = (description: string) =>
  option(z.number().min(-LIMIT).max(LIMIT), { description }).exactOptional();

/** Core, headline and twelve months, each of them left out where it is not known. */
export const FIGURES = {
  core: percentOption(texts.core),
  headline: percentOption(texts.headline),
  yearly: percentOption(texts.yearly),
};

export function releaseOption(description: string) {
  return option(z.string().max(LONGEST_RELEASE), { description, autocomplete: true });
}

export function typedFigures({ yearly, ...figures }: z.output<z.ZodObject<typeof FIGURES>>): TypedFigures {
  return { ...figures, ...(yearly !== undefined && { headlineYearly: yearly }) };
}

/** Releases whose name or report begins as was typed, soonest first. */
export async function completeRelease(
  which: 'coming' | 'due',
  typed: string,
  { services, signal }: CommandContext,
): Promise<readonly Choice[]> {
  const wanted = typed.trim().toUpperCase();
  return (await services.findReleases(which, signal))
    .filter(({ id }) => id.startsWith(wanted))
    .map(({ id, kind, scheduledAt }) => ({ name: `${kind} ${newYork(scheduledAt)}`, value: id }));
}

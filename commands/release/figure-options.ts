import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Choice, CommandContext } from '#discord/command/command.ts';
import { newYork } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import type { TypedFigures } from '#services/releases/typed-figures.ts';

/** Percent: far beyond anything that was ever published. */
const PERCENT = { least: -25, most: 25 };
const LONGEST_RELEASE = 40;

const { commands: words } = en.releases;

function percentOption(name: 'core' | 'headline' | 'yearly'): APIApplicationCommandBasicOption {
  return {
    name,
    description: words[name],
    type: ApplicationCommandOptionType.Number,
    min_value: PERCENT.least,
    max_value: PERCENT.most,
  };
}

/** Core, headline and twelve months, each of them left out where it is not known. */
export const FIGURE_OPTIONS = [percentOption('core'), percentOption('headline'), percentOption('yearly')];

const Percent = z.number().min(PERCENT.least).max(PERCENT.most).exactOptional();

export const Figures = { core: Percent, headline: Percent, yearly: Percent };

export const ReleaseName = z.string().max(LONGEST_RELEASE);

export function releaseOption(description: string): APIApplicationCommandBasicOption {
  return {
    name: 'release',
    description,
    type: ApplicationCommandOptionType.String,
    required: true,
    autocomplete: true,
    max_length: LONGEST_RELEASE,
  };
}

export function typedFigures({ yearly, ...figures }: z.output<z.ZodObject<typeof Figures>>): TypedFigures {
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

import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { z } from 'zod';

/** What Discord is told of an option beside the limits that its schema states. */
type OptionFacts = {
  /** At most 100 characters. */
  readonly description: string;
  /** What is shown of each value of a `z.enum`, by value; the value itself where it has no label. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Whether values are offered while somebody types. */
  readonly autocomplete?: true;
  /** What is picked where it is no text: of a channel or role its id arrives, of a file what Discord knows of it. */
  readonly picks?: 'attachment' | 'channel' | 'role';
};

const registry = z.registry<OptionFacts>();

/** A value that somebody gives with a command: its schema holds the limits, and Discord is told the same ones. */
export function option<Schema extends z.ZodType>(schema: Schema, facts: OptionFacts): Schema {
  registry.add(schema, facts);
  return schema;
}

/** A file that somebody gives with a command, as Discord describes it before it is fetched. */
export function attachmentOption(description: string) {
  const schema = z.object({
    id: z.string(),
    name: z.string(),
    /** Bytes, as Discord counts them. */
    size: z.int().nonnegative(),
    url: z.string(),
  });
  return option(schema, { description, picks: 'attachment' });
}

/**
 * What Discord is told of the options of a command, in their order: those that must be given stand first.
 *
 * @throws Error for a schema that was not made by `option`, or is of a kind that Discord has no option for
 */
export function definitionOf(options: z.ZodObject): readonly APIApplicationCommandBasicOption[] {
  return Object.entries(options.shape).map(([name, schema]) => {
    const isOptional = schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;
    const inner: unknown = isOptional ? schema.unwrap() : schema;
    const facts = inner instanceof z.ZodType ? registry.get(inner) : undefined;
    if (!facts) {
      throw new Error(`the option ${name} has no description`);
    }
    const base = { name, description: facts.description, ...(!isOptional && { required: true }) };
    return facts.picks === undefined ? typedOption(base, inner, facts) : pickedOption(base, facts.picks);
  });
}

type Base = { readonly name: string; readonly description: string; readonly required?: boolean };

function pickedOption(
  base: Base,
  picks: NonNullable<OptionFacts['picks']>,
): APIApplicationCommandBasicOption {
  switch (picks) {
    case 'attachment':
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role };
    case 'channel':
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      };
  }
}

function typedOption(
  base: Base,
  schema: unknown,
  { labels, autocomplete }: OptionFacts,
): APIApplicationCommandBasicOption {
  if (schema instanceof z.ZodBoolean) {
    return { ...base, type: ApplicationCommandOptionType.Boolean };
  }
  if (schema instanceof z.ZodEnum) {
    const choices = schema.options.map((value) => ({
      name: labels?.[value] ?? `${value}`,
      value: `${value}`,
    }));
    return { ...base, type: ApplicationCommandOptionType.String, choices };
  }
  if (schema instanceof z.ZodNumber) {
    const limits = valueLimits(schema);
    return schema.isInt
      ? { ...base, ...limits, type: ApplicationCommandOptionType.Integer }
      : { ...base, ...limits, type: ApplicationCommandOptionType.Number };
  }
  if (schema instanceof z.ZodString) {
    const limits = lengthLimits(schema);
    return {
      ...base,
      ...limits,
      type: ApplicationCommandOptionType.String,
      ...(autocomplete && { autocomplete }),
    };
  }
  throw new Error(`Discord has no kind of option for ${base.name}`);
}

/** Discord's names for the limits of a number; zod's own for whole numbers are none that Discord takes. */
function valueLimits({ minValue, maxValue }: z.ZodNumber): {
  readonly min_value?: number;
  readonly max_value?: number;
} {
  const isLimit = (limit: number | null): limit is number =>
    limit !== null && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  return {
    ...(isLimit(minValue) && { min_value: minValue }),
    ...(isLimit(maxValue) && { max_value: maxValue }),
  };
}

function lengthLimits({ minLength, maxLength }: z.ZodString): {
  readonly min_length?: number;
  readonly max_length?: number;
} {
  return {
    ...(minLength !== null && { min_length: minLength }),
    ...(maxLength !== null && { max_length: maxLength }),
  };
}

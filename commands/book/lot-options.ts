import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { en } from '#discord/texts/en.ts';

const { commands: words, choices } = en.book;

/** What Discord and we hold typed values to, once for both. */
const LONGEST_DAY = 20;
const LONGEST_STRIKES = 60;
const MOST = 1_000_000;

type Options = { readonly [name: string]: APIApplicationCommandBasicOption };

/** Options that several sub-commands of `/book` share, as Discord is told of them. */
export const LOT_OPTIONS = {
  strikes: {
    name: 'strikes',
    description: words.strikes,
    type: ApplicationCommandOptionType.String,
    max_length: LONGEST_STRIKES,
  },
  expiry: {
    name: 'expiry',
    description: words.expiry,
    type: ApplicationCommandOptionType.String,
    autocomplete: true,
    max_length: LONGEST_DAY,
  },
  quantity: {
    name: 'quantity',
    description: words.quantity,
    type: ApplicationCommandOptionType.Integer,
    min_value: 1,
    max_value: MOST,
  },
  credit: {
    name: 'credit',
    description: words.credit,
    type: ApplicationCommandOptionType.Number,
    min_value: 0,
    max_value: MOST,
  },
  settlement: {
    name: 'settlement',
    description: words.settlement,
    type: ApplicationCommandOptionType.String,
    choices: [
      { name: choices.settlements.PM, value: 'PM' },
      { name: choices.settlements.AM, value: 'AM' },
    ],
  },
  strike: {
    name: 'strike',
    description: words.strike,
    type: ApplicationCommandOptionType.Number,
    min_value: 0,
    max_value: MOST,
  },
  right: {
    name: 'right',
    description: words.right,
    type: ApplicationCommandOptionType.String,
    choices: [
      { name: choices.rights.call, value: 'call' },
      { name: choices.rights.put, value: 'put' },
    ],
  },
  cost: {
    name: 'cost',
    description: words.cost,
    type: ApplicationCommandOptionType.Number,
    min_value: 0,
    max_value: MOST,
  },
  layer: {
    name: 'layer',
    description: words.layer,
    type: ApplicationCommandOptionType.String,
    choices: [
      { name: choices.layers.short, value: 'short' },
      { name: choices.layers.medium, value: 'medium' },
      { name: choices.layers.long, value: 'long' },
    ],
  },
  date: {
    name: 'date',
    description: words.date,
    type: ApplicationCommandOptionType.String,
    max_length: LONGEST_DAY,
  },
  personal: {
    name: 'personal',
    description: words.personal,
    type: ApplicationCommandOptionType.Boolean,
  },
} as const satisfies Options;

/** The same as they are read. */
export const LotField = {
  strikes: z.string().max(LONGEST_STRIKES),
  expiry: z.string().max(LONGEST_DAY),
  quantity: z.int().min(1).max(MOST),
  price: z.number().min(0).max(MOST),
  settlement: z.enum(['AM', 'PM']),
  strike: z.number().min(0).max(MOST),
  right: z.enum(['call', 'put']),
  layer: z.enum(['short', 'medium', 'long']),
  date: z.string().max(LONGEST_DAY),
  personal: z.boolean().exactOptional(),
};

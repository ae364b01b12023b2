import { z } from 'zod';
import type { ListedProduct } from '#domain/book/mark.ts';
import type { Choice, CommandContext } from '#discord/command/command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';

const texts = en.book.commands;
const { choices } = en.book;

/** Characters of a day and of four strikes, and the largest number, as they are typed. */
const LONGEST_DAY = 20;
const LONGEST_STRIKES = 60;
const MOST = 1_000_000;

/** Characters of a lot's name as it is typed or chosen. */
const LONGEST_LOT = 40;

const price = (description: string) => option(z.number().min(0).max(MOST), { description });

/** Options that several commands about lots share; each takes the words that Discord shows of it there. */
export const LOT = {
  lot: (description: string = texts.lot) =>
    option(z.string().max(LONGEST_LOT), { description, autocomplete: true }),
  strikes: (description: string = texts.strikes) => option(z.string().max(LONGEST_STRIKES), { description }),
  expiry: (description: string = texts.expiry) =>
    option(z.string().max(LONGEST_DAY), { description, autocomplete: true }),
  quantity: (description: string = texts.quantity) => option(z.int().min(1).max(MOST), { description }),
  credit: () => price(texts.credit),
  cost: () => price(texts.cost),
  price: () => price(texts.price),
  settlement: () =>
    option(z.enum(['PM', 'AM']), { description: texts.settlement, labels: choices.settlements }),
  strike: (description: string = texts.strike) => price(description),
  right: () => option(z.enum(['call', 'put']), { description: texts.right, labels: choices.rights }),
  layer: () =>
    option(z.enum(['short', 'medium', 'long']), { description: texts.layer, labels: choices.layers }),
  date: (description: string = texts.date) => option(z.string().max(LONGEST_DAY), { description }),
  personal: () => option(z.boolean(), { description: texts.personal }).exactOptional(),
};

/** Days on which something of these kinds settles, by their beginning. */
export async function completeExpiry(
  products: readonly ListedProduct[],
  typed: string,
  { server, services }: CommandContext,
): Promise<readonly Choice[]> {
  const days = await services.findExpiries(server, products, typed);
  return days.map((day) => ({ name: day, value: day }));
}

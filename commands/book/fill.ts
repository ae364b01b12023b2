import { z } from 'zod';
import { askFill } from '#commands/hedge/ask-fill.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { LOT } from './lot-options.ts';

const texts = en.book.commands;
const LONGEST_TEXT = 1_000;

export const fill = defineCommand({
  name: 'fill',
  description: texts.fill,
  options: z.object({
    text: option(z.string().trim().min(1).max(LONGEST_TEXT), { description: texts.fillText }),
    date: LOT.date(texts.filledOn).exactOptional(),
  }),
  access: 'steward',
  audience: 'caller',

  async run({ text, date }, context) {
    return askFill({ text, ...(date !== undefined && { tradedOn: date }) }, context);
  },
});

import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookExportView } from '#discord/views/book/book-file-views.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { bookReply, isOwnBook, ownerOf } from './owner.ts';

const { commands: words, formats, exported } = en.bookFiles;

export const exportBook = defineCommand({
  name: 'export',
  description: words.export,
  definition: [
    {
      name: 'format',
      description: words.format,
      type: ApplicationCommandOptionType.String,
      choices: [
        { name: formats.csv, value: 'csv' },
        { name: formats.json, value: 'json' },
      ],
    },
    LOT_OPTIONS.personal,
  ],
  options: z.object({ format: z.enum(['csv', 'json']).default('csv'), personal: LotField.personal }),
  access: 'everyone',
  audience: 'channel',
  isPrivate: isOwnBook,

  async run({ format, personal }, context) {
    const owner = ownerOf(context, personal);
    const book = await context.services.exportBook(owner, format);
    const name = `book-${book.today}.${format}`;
    const reply = await bookReply(context, owner, bookExportView(book, name));
    return {
      ...reply,
      files: [{ name, bytes: book.bytes, description: exported.carried(book.today) }],
    };
  },
});

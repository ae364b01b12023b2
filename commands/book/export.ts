import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { bookExportView } from '#discord/views/book/book-file-views.ts';
import { bookReply, isOwnBook, ownerOf } from './book-question.ts';
import { LOT } from './lot-options.ts';

const texts = en.book.files.commands;
const { formats, exported } = en.book.files;

export const exportBook = defineCommand({
  name: 'export',
  description: texts.export,
  options: z.object({
    format: option(z.enum(['csv', 'json']), { description: texts.format, labels: formats }).default('csv'),
    personal: LOT.personal(),
  }),
  isPrivate: isOwnBook,

  async run({ format, personal }, context) {
    const owner = ownerOf(context, personal);
    const book = await context.services.exportBook(owner, format);
    const name = `book-${book.today}.${format}`;
    const files = [{ name, bytes: book.bytes, description: exported.carried(book.today) }];
    return bookReply(context, owner, { view: bookExportView(book, name), files });
  },
});

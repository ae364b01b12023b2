import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { attachmentOption } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { importPreviewView, PREVIEWED, readImportKey } from '#discord/views/book/book-file-views.ts';
import { changedOwner } from './book-question.ts';
import { LOT } from './lot-options.ts';

const { commands } = en.book.files;
const texts = en.book.files.preview;

export const importBook = defineCommand({
  name: 'import',
  description: commands.import,
  options: z.object({ file: attachmentOption(commands.file), personal: LOT.personal() }),
  audience: 'caller',

  async run({ file, personal }, context) {
    const owner = changedOwner(context, personal);
    const preview = await context.services.previewImport(owner, file, context.signal);
    const table = preview.file && { name: PREVIEWED, bytes: preview.file, description: texts.carried };
    return { view: importPreviewView(preview, file.name), ...(table && { files: [table] }) };
  },

  components: {
    import: {
      access: 'everyone',
      async act({ key, file }, context) {
        const request = readImportKey(key);
        if (!request || !file) {
          throw new ExpiredCard();
        }
        const { isOwn, ...choice } = request;
        const owner = changedOwner(context, isOwn);
        const { services, member, signal } = context;
        const answer = await services.importLots(owner, { by: member.id, file, choice }, signal);
        return { view: bookAnswerView(answer), files: [] };
      },
    },
  },
});

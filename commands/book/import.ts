import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import { attachmentOption } from '#discord/command/attachment-option.ts';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { bookAnswerView } from '#discord/views/book/book-views.ts';
import { importPreviewView, PREVIEWED, readImportKey } from '#discord/views/book/book-file-views.ts';
import { LOT_OPTIONS, LotField } from './lot-options.ts';
import { changedOwner } from './owner.ts';

const { commands: words, preview: texts } = en.bookFiles;

export const importBook = defineCommand({
  name: 'import',
  description: words.import,
  definition: [
    {
      name: 'file',
      description: words.file,
      type: ApplicationCommandOptionType.Attachment,
      required: true,
    },
    LOT_OPTIONS.personal,
  ],
  options: z.object({ file: attachmentOption, personal: LotField.personal }),
  access: 'everyone',
  audience: 'caller',

  async run({ file, personal }, context) {
    const owner = changedOwner(context, personal);
    const preview = await context.services.previewImport(owner, file, context.signal);
    const carried = preview.file && { name: PREVIEWED, bytes: preview.file, description: texts.carried };
    return { view: importPreviewView(preview, file.name), ...(carried && { files: [carried] }) };
  },

  components: {
    import: {
      access: 'everyone',
      async act({ key, file }, context) {
        const read = readImportKey(key);
        if (!read || !file) {
          throw new ExpiredCard();
        }
        const { isOwn, ...choice } = read;
        const owner = changedOwner(context, isOwn);
        const { services, member, signal } = context;
        const answer = await services.importLots(owner, { by: member.id, file, choice }, signal);
        return { view: bookAnswerView(answer), files: [] };
      },
    },
  },
});

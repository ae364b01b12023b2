import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { undoAnswerView } from '#discord/views/book/undo-answer-view.ts';
import { bookReply, changedOwner, isOwnBook } from './book-question.ts';
import { LOT } from './lot-options.ts';

export const undo = defineCommand({
  name: 'undo',
  description: en.book.commands.undo,
  options: z.object({ personal: LOT.personal() }),
  isPrivate: isOwnBook,

  async run({ personal }, context) {
    const { services, member, interaction } = context;
    const owner = changedOwner(context, personal);
    const answer = await services.undoChange({ owner, by: member.id, interaction });
    return bookReply(context, owner, { view: undoAnswerView(answer) });
  },
});

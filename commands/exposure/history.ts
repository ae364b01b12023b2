import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { exposureHistoryView } from '#discord/views/hedge/exposure-history-view.ts';
import { bookReply } from '#commands/book/owner.ts';
import { withPicture } from './with-picture.ts';

const NAME = 'ratio.png';

export const history = defineCommand({
  name: 'history',
  description: en.hedge.commands.history,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, context) {
    const { server, services, signal } = context;
    const found = await services.exposureHistory(server, signal);
    const reply = await bookReply(context, { server }, exposureHistoryView(found, NAME));
    return withPicture(reply, found.picture, NAME);
  },
});

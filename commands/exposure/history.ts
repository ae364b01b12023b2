import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { exposureHistoryView } from '../../src/discord/views/exposure-history.ts';
import { bookReply } from '../book/owner.ts';
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

import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { marksView } from '#discord/views/market/marks-view.ts';

export const marks = defineCommand({
  name: 'marks',
  description: en.book.commands.marketMarks,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services }) {
    return { view: marksView(await services.marks(server)) };
  },
});

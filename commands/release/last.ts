import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { lastReleasesView } from '#discord/views/releases/release-views.ts';

export const last = defineCommand({
  name: 'last',
  description: en.commands.releaseLast.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    return { view: lastReleasesView(await services.showReleases(server, signal)) };
  },
});

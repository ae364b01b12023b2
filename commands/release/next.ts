import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { nextReleasesView } from '#discord/views/releases/release-views.ts';

export const next = defineCommand({
  name: 'next',
  description: en.commands.releaseNext.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    return { view: nextReleasesView(await services.showReleases(server, signal)) };
  },
});

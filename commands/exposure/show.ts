import { z } from 'zod';
import { defineCommand } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
import { exposureView } from '../../src/discord/views/exposure.ts';

export const show = defineCommand({
  name: 'show',
  description: en.commands.exposureShow.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    const view = exposureView(await services.readSignal(server, signal));
    const { settings } = await services.settings(server);
    return settings['exposure.visibility'] === 'ephemeral' ? { view, audience: 'caller' } : { view };
  },
});

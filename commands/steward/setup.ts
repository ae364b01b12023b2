import { z } from 'zod';
import { defineCommand } from '#discord/command/define-command.ts';
import { option } from '#discord/command/option.ts';
import { en } from '#discord/texts/en.ts';
import { setUpView } from '#discord/views/settings/set-up-view.ts';

const texts = en.settings.commands.setup;

const MOST_CONDORS = 100_000;
const LONGEST_HEDGE = 40;

export const setup = defineCommand({
  name: 'setup',
  description: texts.description,
  options: z.object({
    channel: option(z.string(), { description: texts.channel, picks: 'channel' }),
    stewards: option(z.string(), { description: texts.stewards, picks: 'role' }).exactOptional(),
    mention: option(z.string(), { description: texts.mention, picks: 'role' }).exactOptional(),
    condors: option(z.int().min(0).max(MOST_CONDORS), { description: texts.condors }).exactOptional(),
    hedge: option(z.string().max(LONGEST_HEDGE), { description: texts.hedge }).exactOptional(),
  }),
  access: 'manageServer',
  audience: 'caller',

  async run({ stewards, ...wish }, { server, services, member }) {
    const { serverSettings, missing } = await services.setUp(server, member.id, {
      ...wish,
      ...(stewards !== undefined && { stewardRole: stewards }),
    });
    return { view: setUpView(serverSettings.settings, missing) };
  },
});

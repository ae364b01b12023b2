import { ApplicationCommandOptionType, ChannelType } from 'discord.js';
import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { setUpView } from '#discord/views/settings/set-up-view.ts';

const { stewardSetup: words } = en.commands;

const CONDORS = { fewest: 0, most: 100_000 };
const LONGEST_HEDGE = 40;

export const setup = defineCommand({
  name: 'setup',
  description: words.description,
  definition: [
    {
      name: 'channel',
      description: words.channel,
      type: ApplicationCommandOptionType.Channel,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
      required: true,
    },
    { name: 'stewards', description: words.stewards, type: ApplicationCommandOptionType.Role },
    { name: 'mention', description: words.mention, type: ApplicationCommandOptionType.Role },
    {
      name: 'condors',
      description: words.condors,
      type: ApplicationCommandOptionType.Integer,
      min_value: CONDORS.fewest,
      max_value: CONDORS.most,
    },
    {
      name: 'hedge',
      description: words.hedge,
      type: ApplicationCommandOptionType.String,
      max_length: LONGEST_HEDGE,
    },
  ],
  options: z.object({
    channel: z.string(),
    stewards: z.string().optional(),
    mention: z.string().optional(),
    condors: z.int().min(CONDORS.fewest).max(CONDORS.most).optional(),
    hedge: z.string().max(LONGEST_HEDGE).optional(),
  }),
  access: 'manageServer',
  audience: 'caller',

  async run({ channel, stewards, mention, condors, hedge }, { server, services, member }) {
    const { serverSettings, missing } = await services.setUp(server, member.id, {
      channel,
      ...(stewards !== undefined && { stewardRole: stewards }),
      ...(mention !== undefined && { mention }),
      ...(condors !== undefined && { condors }),
      ...(hedge !== undefined && { hedge }),
    });
    return { view: setUpView(serverSettings.settings, missing) };
  },
});

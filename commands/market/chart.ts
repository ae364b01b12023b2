import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { chartView } from '#discord/views/market/market-views.ts';

const NAME = 'market.png';

export const chart = defineCommand({
  name: 'chart',
  description: en.topics.chart,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'channel',

  async run(_, { server, services, signal }) {
    const { account, picture } = await services.drawMarket(server, signal);
    return {
      view: chartView(account, picture.altText, NAME),
      files: [{ name: NAME, bytes: picture.png, description: picture.altText }],
    };
  },
});

import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { deliveriesView } from '#discord/views/health/deliveries-view.ts';

export const deliveries = defineCommand({
  name: 'deliveries',
  description: en.commands.stewardDeliveries.description,
  definition: [],
  options: z.object({}),
  access: 'everyone',
  audience: 'caller',

  async run(_, { server, services }) {
    return { view: deliveriesView(await services.showDeliveries(server)) };
  },
});

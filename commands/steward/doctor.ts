import { z } from 'zod';
import { defineCommand } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { doctorView } from '#discord/views/health/doctor-view.ts';

export const doctor = defineCommand({
  name: 'doctor',
  description: en.commands.stewardDoctor.description,
  definition: [],
  options: z.object({}),
  access: 'steward',
  audience: 'caller',

  async run(_, { server, services }) {
    return { view: doctorView(await services.examine(server)) };
  },
});

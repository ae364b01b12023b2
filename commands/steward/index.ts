import type { CommandGroup } from '#discord/command/command.ts';
import { defineQuestion } from '#discord/command/define-command.ts';
import { en } from '#discord/texts/en.ts';
import { deliveriesView } from '#discord/views/health/deliveries-view.ts';
import { doctorView } from '#discord/views/health/doctor-view.ts';
import { helpView } from '#discord/views/health/help-view.ts';
import { statusView } from '#discord/views/health/status-view.ts';
import { setup } from './setup.ts';

const texts = en.health.commands;
const audience = 'caller';

const status = defineQuestion(
  'status',
  texts.status,
  async ({ server, services }) => statusView(await services.readStatus(server)),
  { audience },
);

const doctor = defineQuestion(
  'doctor',
  texts.doctor,
  async ({ server, services }) => doctorView(await services.examine(server)),
  { audience, access: 'steward' },
);

const deliveries = defineQuestion(
  'deliveries',
  texts.deliveries,
  async ({ server, services }) => deliveriesView(await services.showDeliveries(server)),
  { audience },
);

const help = defineQuestion('help', texts.help, async ({ commands }) => helpView(commands), { audience });

export const steward: CommandGroup = {
  name: 'steward',
  description: texts.steward,
  commands: [setup, status, doctor, deliveries, help],
};

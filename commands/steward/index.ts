import type { CommandGroup } from '#discord/command/command.ts';
import { en } from '#discord/texts/en.ts';
import { deliveries } from './deliveries.ts';
import { doctor } from './doctor.ts';
import { help } from './help.ts';
import { setup } from './setup.ts';
import { status } from './status.ts';

export const steward: CommandGroup = {
  name: 'steward',
  description: en.commands.steward.description,
  commands: [setup, status, doctor, deliveries, help],
};

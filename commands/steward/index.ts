import type { CommandGroup } from '../../src/discord/command.ts';
import { en } from '../../src/discord/texts/en.ts';
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

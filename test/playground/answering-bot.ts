import { ApplicationCommandOptionType, type Interaction, PermissionFlagsBits } from 'discord.js';
import { type Bot, startBot } from './logged-in.ts';

/** The commands of the bots in these tests. */
export const COMMANDS = [
  {
    name: 'signal',
    description: 'What the method says',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'why',
        description: 'Why it said so',
        options: [
          {
            type: ApplicationCommandOptionType.String,
            name: 'id',
            description: 'Of the alert',
            required: true,
            autocomplete: true,
          },
          {
            type: ApplicationCommandOptionType.Integer,
            name: 'days',
            description: 'Sessions',
            minValue: 1,
            maxValue: 9,
          },
          { type: ApplicationCommandOptionType.Role, name: 'role', description: 'Whom to tell' },
        ],
      },
    ],
  },
  {
    name: 'set',
    description: 'Changes a setting',
    defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
    contexts: [0],
  },
] as const;

/** A bot with these commands that answers interactions so; what it throws is kept. */
export async function botThat(answer: (interaction: Interaction) => Promise<unknown>, bot?: Bot) {
  const started = bot ?? (await startBot());
  const failures: unknown[] = [];
  started.client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  await started.client.application.commands.set([...COMMANDS]);
  return { ...started, failures, member: started.discord.actAs(started.discord.people.member.id) };
}

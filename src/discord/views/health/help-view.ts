import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import type { Access, CommandGroup } from '#discord/command/command.ts';
import { fit } from '#discord/message/fit.ts';
import { en } from '#discord/texts/en.ts';
import { RULE, collapsible, text, type View } from '#discord/message/view.ts';

/** Behind a command that not everyone may use. */
const MARKS: Readonly<Record<Access, string>> = { everyone: '', steward: ' *', manageServer: ' **' };

/** What the bot is for, what it does not do, and what it can be asked. */
export function helpView(groups: readonly CommandGroup[]): View {
  const { help } = en.health;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(help.title, help.what, help.silence),
      RULE,
      collapsible(1, 'commands', [help.commandsTitle, ...groups.flatMap(groupLines)]),
      text(`-# ${help.marks}`),
      RULE,
      text(`-# ${help.disclaimer}`),
    ],
  });
}

function groupLines({ name, description, commands }: CommandGroup): readonly string[] {
  const { help } = en.health;
  const subs = commands.map((command) => help.command(command.name, MARKS[command.access]));
  return [help.group(name, description), `-# ${subs.join(' · ')}`];
}

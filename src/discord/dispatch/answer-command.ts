import { ApplicationCommandOptionType, MessageFlags } from 'discord.js';
import type { Audience, Command, CommandGroup } from '#discord/command/command.ts';
import { MINUTE } from '#domain/duration.ts';
import { acknowledge } from './acknowledge.ts';
import { bodyOf, replyOf, show } from './answer.ts';
import { commandContext, type DispatchParts } from './command-context.ts';
import type { CommandInteraction, SentOption } from './interactions.ts';
import { shareable } from './shared-answer.ts';
import { createProgressMessage } from './progress-message.ts';

/** Milliseconds that people wait, unless a command says otherwise; Discord itself would wait 15 minutes. */
const TIMEOUT = MINUTE;

/** Acknowledges, checks, runs, answers: in this order, so that Discord hears of us before anything is looked up. */
export async function answerCommand(interaction: CommandInteraction, parts: DispatchParts): Promise<void> {
  const match = findCommand(parts.commands, interaction.commandName, interaction.options.data);
  const audience = match ? audienceOf(match) : 'caller';
  const defer = (): Promise<unknown> =>
    interaction.deferReply(audience === 'caller' ? { flags: MessageFlags.Ephemeral } : {});
  const acknowledgement = await acknowledge(defer, interaction.webhook);
  if (acknowledgement !== 'ours') {
    parts.log.warn('command not answered', {
      reference: interaction.id,
      command: interaction.commandName,
      acknowledgement,
    });
    return;
  }
  const timeout = AbortSignal.timeout(match?.command.timeout ?? TIMEOUT);
  const signal = AbortSignal.any([timeout, parts.signal]);
  const progress = createProgressMessage(
    (view) => interaction.webhook.editMessage('@original', bodyOf({ view })),
    parts.wallClock,
    signal,
  );
  const work = async (): Promise<Awaited<ReturnType<Command['run']>>> => {
    if (!match) {
      throw new Error(`Discord knows a command that this version has not: ${interaction.commandName}`);
    }
    const { command, sent } = match;
    const context = await commandContext(interaction, command.access, parts, {
      signal,
      showProgress: progress.show,
    });
    return command.run(command.options.parse(valuesOf(sent)), context);
  };
  const { reply, failed } = await replyOf(work, interaction, parts.log, signal);
  await progress.end();
  const isPrivate = audience === 'caller' || reply.audience === 'caller';
  await show(interaction, isPrivate && !failed ? shareable(reply) : reply, audience);
}

export type CommandMatch = { readonly command: Command; readonly sent: readonly SentOption[] };

/** The sub-command that was asked for, and what was sent along. */
export function findCommand(
  groups: readonly CommandGroup[],
  name: string,
  data: readonly SentOption[],
): CommandMatch | undefined {
  const group = groups.find((each) => each.name === name);
  const [sub] = data;
  if (!group || sub?.type !== ApplicationCommandOptionType.Subcommand) {
    return undefined;
  }
  const command = group.commands.find((each) => each.name === sub.name);
  return command && { command, sent: sub.options ?? [] };
}

function audienceOf({ command, sent }: CommandMatch): Audience {
  return command.isPrivate?.(valuesOf(sent)) === true ? 'caller' : command.audience;
}

function valuesOf(sent: readonly SentOption[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(sent.map((option) => [option.name, valueOf(option)]));
}

/** An option's own value; of one that takes a file what is known of that file before it is fetched. */
function valueOf({ value, attachment }: SentOption): unknown {
  if (!attachment) {
    return value;
  }
  const { id, name, size, url } = attachment;
  return { id, name, size, url };
}

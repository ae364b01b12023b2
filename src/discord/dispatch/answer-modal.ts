import { MessageFlags } from 'discord.js';
import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import type { CommandGroup, ModalHandler, Reply } from '#discord/command/command.ts';
import { type Link, readCustomId } from '#discord/message/custom-id.ts';
import { acknowledge } from './acknowledge.ts';
import { bodyOf, replyOf } from './answer.ts';
import { commandContext, type DispatchParts } from './command-context.ts';
import { markCard } from './mark-card.ts';
import type { ModalInteraction } from './interactions.ts';

/** A field of text; other kinds have no `value`, and none of our forms asks for them. */
const Field = z.object({ customId: z.string(), value: z.string().catch('') });

/** Milliseconds that people wait after sending a form. */
const TIMEOUT = 30_000;

/** Does what a form says, and answers the person who sent it. */
export async function answerModal(interaction: ModalInteraction, parts: DispatchParts): Promise<void> {
  const acknowledgement = await acknowledge(
    () => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
    interaction.webhook,
  );
  if (acknowledgement !== 'ours') {
    parts.log.warn('form not answered', { reference: interaction.id, acknowledgement });
    return;
  }
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), parts.signal]);
  const work = async (): Promise<Reply> => {
    const link = readCustomId(interaction.customId);
    const form = link && findModal(parts.commands, link);
    if (!form) {
      throw new ExpiredCard();
    }
    const context = await commandContext(interaction, form.access, parts, {
      signal,
      showProgress: () => undefined,
    });
    return form.act({ key: link.key, fields: fieldsOf(interaction) }, context);
  };
  const { reply } = await replyOf(work, interaction, parts.log, signal);
  await markCard(interaction.message, reply.cardMark, parts.log);
  await interaction.webhook.editMessage('@original', bodyOf(reply));
}

function fieldsOf({ fields }: ModalInteraction): Readonly<Record<string, string>> {
  const filled = fields.fields.map((field): [string, string] => {
    const { customId, value } = Field.parse(field);
    return [customId, value];
  });
  return Object.fromEntries(filled);
}

function findModal(groups: readonly CommandGroup[], { command, act }: Link): ModalHandler | undefined {
  const group = groups.find(({ name }) => name === command);
  const owner = group?.commands.find(({ modals }) => modals && Object.hasOwn(modals, act));
  return owner?.modals?.[act];
}

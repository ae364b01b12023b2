import { MessageFlags } from 'discord.js';
import { z } from 'zod';
import { ExpiredCard } from '#domain/problem.ts';
import type { CommandGroup, Form, Reply } from '#discord/command.ts';
import { type Link, readCustomId } from '#discord/message/custom-id.ts';
import { acknowledge } from './acknowledge.ts';
import { bodyOf, replyOf } from './answer.ts';
import { contextOf, type DispatchParts } from './context.ts';
import type { AskedByForm } from './interaction.ts';

/** A field of text; other kinds have no `value`, and none of our forms asks for them. */
const Field = z.object({ customId: z.string(), value: z.string().catch('') });

/** Milliseconds that people wait after sending a form. */
const TIMEOUT = 30_000;

/** Does what a form says, and answers the person who sent it. */
export async function answerForm(asked: AskedByForm, parts: DispatchParts): Promise<void> {
  const acknowledged = await acknowledge(
    () => asked.deferReply({ flags: MessageFlags.Ephemeral }),
    asked.webhook,
  );
  if (acknowledged !== 'ours') {
    parts.log.warn('form not answered', { reference: asked.id, acknowledged });
    return;
  }
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), parts.signal]);
  const work = async (): Promise<Reply> => {
    const link = readCustomId(asked.customId);
    const form = link && findForm(parts.commands, link);
    if (!form) {
      throw new ExpiredCard();
    }
    const context = await contextOf(asked, form.access, parts, { signal, tell: () => undefined });
    return form.act({ key: link.key, fields: fieldsOf(asked) }, context);
  };
  const { reply } = await replyOf(work, asked, parts.log, signal);
  await asked.webhook.editMessage('@original', bodyOf(reply));
}

function fieldsOf({ fields }: AskedByForm): Readonly<Record<string, string>> {
  const filled = fields.fields.map((field): [string, string] => {
    const { customId, value } = Field.parse(field);
    return [customId, value];
  });
  return Object.fromEntries(filled);
}

function findForm(groups: readonly CommandGroup[], { command, act }: Link): Form | undefined {
  const group = groups.find(({ name }) => name === command);
  const owner = group?.commands.find(({ modal }) => modal && Object.hasOwn(modal, act));
  return owner?.modal?.[act];
}

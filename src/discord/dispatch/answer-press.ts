import { type APIModalInteractionResponseCallbackData, MessageFlags } from 'discord.js';
import { ExpiredCard } from '#domain/problem.ts';
import type { CommandGroup, Press, Pressed, Reply } from '#discord/command.ts';
import { type Link, readCustomId, writeCustomId } from '#discord/message/custom-id.ts';
import { problemReply } from '#discord/problems/problem-reply.ts';
import { acknowledge } from './acknowledge.ts';
import { bodyOf, replyOf, reportFailure, sendPrivately } from './answer.ts';
import { contextOf, type DispatchParts } from './context.ts';
import type { Answerable, AskedByPress } from './interaction.ts';
import { SHARE, shareable, sharedBody } from './shared-answer.ts';

/** Milliseconds that people wait after a click. */
const TIMEOUT = 30_000;

/** Milliseconds within which a form must be open. */
const FORM_TIMEOUT = 2_000;

/** Does what a button or select says; its id alone tells what that is, so it outlives restarts. */
export async function answerPress(asked: AskedByPress, parts: DispatchParts): Promise<void> {
  const link = readCustomId(asked.customId);
  if (asked.customId === writeCustomId(SHARE)) {
    await share(asked, parts);
    return;
  }
  const press = link && findPress(parts.commands, link);
  if (press && 'open' in press) {
    await openForm(asked, press, link.key, parts);
    return;
  }
  const work = async (signal: AbortSignal): Promise<Reply> => {
    if (!press) {
      throw new ExpiredCard();
    }
    const context = await contextOf(asked, press.access, parts, { signal, tell: () => undefined });
    const reply = await press.act(pressed(asked, link.key), context);
    return asked.message.flags.has(MessageFlags.Ephemeral) ? shareable(reply) : reply;
  };
  await update(asked, parts, work);
}

/** Shows a private answer to the channel: what the person saw, not what the same question would be answered now. */
async function share(asked: AskedByPress, { log }: DispatchParts): Promise<void> {
  const acknowledged = await acknowledge(() => asked.deferUpdate(), asked.webhook);
  if (acknowledged === 'gone') {
    log.warn('click not answered', { reference: asked.id });
    return;
  }
  try {
    await asked.webhook.send(sharedBody(asked.message, asked.user.id));
  } catch (error) {
    reportFailure(error, asked.id, log);
    await sendPrivately(asked, problemReply(error, asked.id));
  }
}

/**
 * Acknowledges without changing the message, then puts the answer in its place.
 *
 * What fails is told to the person who clicked alone: the card stays for everybody else.
 */
async function update(
  asked: Answerable & Pick<AskedByPress, 'deferUpdate'>,
  parts: DispatchParts,
  work: (signal: AbortSignal) => Promise<Reply>,
): Promise<void> {
  const acknowledged = await acknowledge(() => asked.deferUpdate(), asked.webhook);
  if (acknowledged === 'gone') {
    parts.log.warn('click not answered', { reference: asked.id });
    return;
  }
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), parts.signal]);
  const { reply, failed } = await replyOf(() => work(signal), asked, parts.log, signal);
  if (failed || reply.audience === 'caller') {
    await sendPrivately(asked, reply);
    return;
  }
  await asked.webhook.editMessage('@original', bodyOf(reply));
}

async function openForm(
  asked: AskedByPress,
  press: Extract<Press, { open: unknown }>,
  key: string,
  parts: DispatchParts,
): Promise<void> {
  try {
    const signal = AbortSignal.timeout(FORM_TIMEOUT);
    const context = await contextOf(asked, press.access, parts, { signal, tell: () => undefined });
    const { form, ...modal } = await press.open(pressed(asked, key), context);
    await asked.showModal(modalOf(modal, form));
  } catch (error) {
    reportFailure(error, asked.id, parts.log);
    await asked.deferUpdate();
    await sendPrivately(asked, problemReply(error, asked.id));
  }
}

function modalOf(
  modal: Omit<APIModalInteractionResponseCallbackData, 'custom_id'>,
  form: Link,
): APIModalInteractionResponseCallbackData {
  const id = writeCustomId(form);
  if (id === undefined) {
    throw new Error(`the id of the form ${form.command}.${form.act} is too long`);
  }
  return { ...modal, custom_id: id };
}

function pressed(asked: AskedByPress, key: string): Pressed {
  const first = asked.message.attachments.first();
  return {
    key,
    values: asked.values ?? [],
    ...(first && {
      picture: first.description ?? first.name,
      file: { name: first.name, size: first.size, url: first.url },
    }),
  };
}

function findPress(groups: readonly CommandGroup[], { command, act }: Link): Press | undefined {
  const group = groups.find(({ name }) => name === command);
  const owner = group?.commands.find(({ press }) => press && Object.hasOwn(press, act));
  return owner?.press?.[act];
}

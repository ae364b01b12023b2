import { type APIModalInteractionResponseCallbackData, MessageFlags } from 'discord.js';
import { ExpiredCard } from '#domain/problem.ts';
import type { CommandGroup, ComponentHandler, ComponentEvent, Reply } from '#discord/command/command.ts';
import { type Link, readCustomId, writeCustomId } from '#discord/message/custom-id.ts';
import { problemReply } from '#discord/problems/problem-reply.ts';
import { acknowledge } from './acknowledge.ts';
import { bodyOf, replyOf, reportFailure, sendPrivately } from './answer.ts';
import { commandContext, type DispatchParts } from './command-context.ts';
import type { RepliableInteraction, ComponentInteraction } from './interactions.ts';
import { markCard } from './mark-card.ts';
import { SHARE, shareable, sharedBody } from './shared-answer.ts';

/** Milliseconds that people wait after a click. */
const TIMEOUT = 30_000;

/** Milliseconds within which a form must be open. */
const MODAL_TIMEOUT = 2_000;

/** Does what a button or select says; its id alone tells what that is, so it outlives restarts. */
export async function answerComponent(
  interaction: ComponentInteraction,
  parts: DispatchParts,
): Promise<void> {
  const link = readCustomId(interaction.customId);
  if (interaction.customId === writeCustomId(SHARE)) {
    await share(interaction, parts);
    return;
  }
  const handler = link && findComponent(parts.commands, link);
  if (handler && 'open' in handler) {
    await openModal(interaction, handler, link.key, parts);
    return;
  }
  const work = async (signal: AbortSignal): Promise<Reply> => {
    if (!handler) {
      throw new ExpiredCard();
    }
    const context = await commandContext(interaction, handler.access, parts, {
      signal,
      showProgress: () => undefined,
    });
    const reply = await handler.act(eventOf(interaction, link.key), context);
    const isPrivate = reply.audience === 'caller' || interaction.message.flags.has(MessageFlags.Ephemeral);
    return isPrivate ? shareable(reply) : reply;
  };
  await update(interaction, parts, work);
}

/** Shows a private answer to the channel: what the person saw, not what the same question would be answered now. */
async function share(interaction: ComponentInteraction, { log }: DispatchParts): Promise<void> {
  const acknowledgement = await acknowledge(() => interaction.deferUpdate(), interaction.webhook);
  if (acknowledgement === 'gone') {
    log.warn('click not answered', { reference: interaction.id });
    return;
  }
  try {
    await interaction.webhook.send(sharedBody(interaction.message, interaction.user.id));
  } catch (error) {
    reportFailure(error, interaction.id, log);
    await sendPrivately(interaction, problemReply(error, interaction.id));
  }
}

/**
 * Acknowledges without changing the message, then puts the answer in its place.
 *
 * What fails is told to the person who clicked alone: the card stays for everybody else.
 */
async function update(
  interaction: RepliableInteraction & Pick<ComponentInteraction, 'deferUpdate' | 'message'>,
  parts: DispatchParts,
  work: (signal: AbortSignal) => Promise<Reply>,
): Promise<void> {
  const acknowledgement = await acknowledge(() => interaction.deferUpdate(), interaction.webhook);
  if (acknowledgement === 'gone') {
    parts.log.warn('click not answered', { reference: interaction.id });
    return;
  }
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), parts.signal]);
  const { reply, failed } = await replyOf(() => work(signal), interaction, parts.log, signal);
  await markCard(interaction.message, reply.cardMark, parts.log);
  if (failed || reply.audience === 'caller') {
    await sendPrivately(interaction, reply);
    return;
  }
  await interaction.webhook.editMessage('@original', bodyOf(reply));
}

async function openModal(
  interaction: ComponentInteraction,
  handler: Extract<ComponentHandler, { open: unknown }>,
  key: string,
  parts: DispatchParts,
): Promise<void> {
  try {
    const signal = AbortSignal.timeout(MODAL_TIMEOUT);
    const context = await commandContext(interaction, handler.access, parts, {
      signal,
      showProgress: () => undefined,
    });
    const answer = await handler.open(eventOf(interaction, key), context);
    if ('view' in answer) {
      await interaction.deferUpdate();
      await sendPrivately(interaction, shareable(answer));
    } else {
      const { form, cardMark: _, ...modal } = answer;
      await interaction.showModal(modalOf(modal, form));
    }
    await markCard(interaction.message, answer.cardMark, parts.log);
  } catch (error) {
    reportFailure(error, interaction.id, parts.log);
    await interaction.deferUpdate();
    await sendPrivately(interaction, problemReply(error, interaction.id));
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

function eventOf(interaction: ComponentInteraction, key: string): ComponentEvent {
  const first = interaction.message.attachments.first();
  const codeBlock = codeBlockOf(interaction.message);
  return {
    key,
    values: interaction.values ?? [],
    ...(codeBlock !== undefined && { codeBlock }),
    ...(first && {
      picture: first.description ?? first.name,
      file: { name: first.name, size: first.size, url: first.url },
    }),
  };
}

/** Text boxes are searched as JSON, whose line ends are written as two characters. */
const CODE_BLOCK = /```\\n(.*?)\\n```/;

function codeBlockOf({ components }: ComponentInteraction['message']): string | undefined {
  const written = JSON.stringify(components.map((component) => component.toJSON()));
  const inside = CODE_BLOCK.exec(written)?.[1];
  const text: unknown = inside === undefined ? undefined : JSON.parse(`"${inside}"`);
  return typeof text === 'string' ? text : undefined;
}

function findComponent(
  groups: readonly CommandGroup[],
  { command, act }: Link,
): ComponentHandler | undefined {
  const group = groups.find(({ name }) => name === command);
  const owner = group?.commands.find(({ components }) => components && Object.hasOwn(components, act));
  return owner?.components?.[act];
}

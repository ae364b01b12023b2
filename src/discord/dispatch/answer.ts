import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Log } from '#ports/log.ts';
import { isProblem } from '#domain/problem.ts';
import type { Audience, Reply } from '#discord/command/command.ts';
import { problemReply, TimedOut } from '#discord/problems/problem-reply.ts';
import { withoutSecrets } from '#discord/message/without-secrets.ts';
import type { RepliableInteraction, AnyInteraction, MessageBody } from './interactions.ts';
import { messageFiles, withinFileLimits } from './message-files.ts';
import { withTimeout } from '#domain/with-timeout.ts';

/**
 * The answer to give, whatever happens: a reply, the sentence for a problem, or an apology with a reference.
 *
 * @param work - stopped being waited for when `signal` is aborted, even if it goes on
 */
export async function replyOf(
  work: () => Promise<Reply>,
  interaction: Pick<AnyInteraction, 'id'>,
  log: Log,
  signal: AbortSignal,
): Promise<{ readonly reply: Reply; readonly failed: boolean }> {
  try {
    return {
      reply: withinFileLimits(await withTimeout(work(), signal, () => new TimedOut())),
      failed: false,
    };
  } catch (error) {
    reportFailure(error, interaction.id, log);
    return { reply: problemReply(error, interaction.id), failed: true };
  }
}

/** Bugs are written whole, under the id that the person was shown; problems in one line. */
export function reportFailure(error: unknown, reference: string, log: Log): void {
  if (isProblem(error)) {
    log.info('request refused', { reference, code: error.code, message: error.message });
  } else {
    log.error('request failed', withoutSecrets(error), { reference });
  }
}

/** Fills the waiting message, or takes it away and answers privately when its content is nobody else's business. */
export async function show(
  interaction: RepliableInteraction,
  reply: Reply,
  audience: Audience,
): Promise<void> {
  const { webhook } = interaction;
  if (reply.audience !== 'caller' || audience === 'caller') {
    await webhook.editMessage('@original', bodyOf(reply));
    return;
  }
  await webhook.deleteMessage('@original');
  await sendPrivately(interaction, reply);
}

export async function sendPrivately({ webhook }: RepliableInteraction, reply: Reply): Promise<void> {
  await webhook.send({
    components: [...reply.view.components],
    ...messageFiles(reply),
    flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral],
  });
}

export function bodyOf(reply: Pick<Reply, 'view' | 'files'>): MessageBody {
  return {
    components: [...reply.view.components],
    ...messageFiles(reply),
    flags: MessageFlags.IsComponentsV2,
  };
}

/** Whether there is nobody left to answer: the token ran out, or the message was deleted. */
export function isUnanswerable(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.UnknownInteraction ||
      error.code === RESTJSONErrorCodes.UnknownMessage ||
      error.code === RESTJSONErrorCodes.UnknownWebhook ||
      error.code === RESTJSONErrorCodes.InvalidWebhookToken)
  );
}

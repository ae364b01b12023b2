import { z } from 'zod';
import type { BookOwner } from '#domain/book/book-record.ts';
import { NotAllowed } from '#domain/problem.ts';
import type { Command, CommandContext, Reply } from '#discord/command/command.ts';
import { defineCommand } from '#discord/command/define-command.ts';
import { LOT } from './lot-options.ts';
import { readLotTarget } from './lot-target.ts';

/** A question about the server's book or the caller's own, without other options. */
export function defineBookQuestion(
  name: string,
  description: string,
  answer: (owner: BookOwner, context: CommandContext) => Promise<Reply>,
  more: Pick<Command, 'components'> = {},
) {
  return defineCommand({
    name,
    description,
    options: z.object({ personal: LOT.personal() }),
    isPrivate: isOwnBook,
    ...more,

    async run({ personal }, context) {
      const owner = ownerOf(context, personal);
      return bookReply(context, owner, await answer(owner, context));
    },
  });
}

/** The book that somebody means: their own, or the server's. */
export function ownerOf({ server, member }: CommandContext, isPersonal: boolean | undefined): BookOwner {
  return isPersonal === true ? { server, member: member.id } : { server };
}

/**
 * The same for somebody who changes it.
 *
 * @throws NotAllowed where it is the server's and they are no steward: everyone may change their own
 */
export function changedOwner(context: CommandContext, isPersonal: boolean | undefined): BookOwner {
  if (isPersonal !== true && context.member.rank === 'member') {
    throw new NotAllowed('steward');
  }
  return ownerOf(context, isPersonal);
}

/** Whether what was typed is about a member's own book, which the channel is not even told of. */
export function isOwnBook({ personal, lot }: Readonly<Record<string, unknown>>): boolean {
  return personal === true || (typeof lot === 'string' && readLotTarget(lot).isOwn);
}

/** An answer about a book: a member's own is theirs to see alone, the server's as its settings say. */
export async function bookReply(
  { server, services }: CommandContext,
  owner: BookOwner,
  reply: Reply,
): Promise<Reply> {
  const { settings } = await services.settings(server);
  const isPrivate = owner.member !== undefined || settings['exposure.visibility'] === 'ephemeral';
  return isPrivate ? { ...reply, audience: 'caller' } : reply;
}

import { clip } from '#discord/message/clip.ts';
import type { Reply, ReplyFile } from '#discord/command/command.ts';
import { LIMITS } from '#discord/message/part-limits.ts';
import type { MessageFile } from './interactions.ts';

/** What Discord takes with one message: files, and bytes of each where a server has no boosts. */
const MOST = 10;
const LARGEST = 10 * 1024 ** 2;

/** Names that Discord keeps as they are, so that a view's `attachment://name` finds its file. */
const NAME = /^[\w.-]{1,100}$/;

/** The files of an answer in Discord's form; no `files` at all leaves those that a message already has. */
export function messageFiles({ files }: Pick<Reply, 'files'>): { readonly files?: readonly MessageFile[] } {
  return files === undefined ? {} : { files: files.map(messageFile) };
}

function messageFile({ name, bytes, description }: ReplyFile): MessageFile {
  return {
    name,
    attachment: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    description: clip(description, LIMITS.shows),
  };
}

/**
 * The same answer, if Discord takes its files.
 *
 * @throws Error if there are too many, or one is too large, or has a name that Discord would change: our own mistake
 */
export function withinFileLimits(reply: Reply): Reply {
  const files = reply.files ?? [];
  const bad = files.find(({ name, bytes }) => bytes.length > LARGEST || !NAME.test(name));
  if (bad !== undefined) {
    throw new Error(`Discord does not take the file ${bad.name} of ${bad.bytes.length} bytes`);
  }
  const names = new Set(files.map(({ name }) => name));
  if (files.length > MOST || names.size < files.length) {
    throw new Error(`Discord does not take ${files.length} files of ${names.size} names`);
  }
  return reply;
}

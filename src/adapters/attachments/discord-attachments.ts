import { FileTooLarge, FileUnreachable } from '#domain/book/book-file-problem.ts';
import type { Attachments } from '#ports/attachments.ts';

/** Where Discord keeps what people upload. @see https://docs.discord.com/developers/reference#image-formatting */
const DISCORD = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];

/** Milliseconds for a whole file. */
const TIMEOUT = 10_000;

export type AttachmentParts = {
  /** The local Discord's API, which then keeps the files; absent on Discord itself. */
  readonly api?: string;
  readonly fetch?: typeof globalThis.fetch;
};

/** Files fetched from where Discord keeps them, and from nowhere else. */
export function createDiscordAttachments({
  api,
  fetch = globalThis.fetch,
}: AttachmentParts = {}): Attachments {
  const origins = new Set(api === undefined ? DISCORD : [...DISCORD, new URL(api).origin]);
  return {
    async fetch({ url, size }, largest, signal) {
      if (size > largest) {
        throw new FileTooLarge(largest);
      }
      if (!URL.canParse(url) || !origins.has(new URL(url).origin)) {
        throw new FileUnreachable('other-host');
      }
      const either = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]);
      const answer = await fetch(url, { redirect: 'error', signal: either }).catch(noAnswer);
      if (!answer.ok) {
        await answer.body?.cancel();
        throw new FileUnreachable('gone');
      }
      return readAll(answer, largest);
    },
  };
}

/** Addresses have signatures in them, so nothing of the reason is kept but its kind. */
function noAnswer(): never {
  throw new FileUnreachable('no-answer');
}

async function readAll({ body }: Response, largest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Leaving the loop early cancels the stream, and with it the download.
    const stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = body ?? [];
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > largest) {
        throw new FileTooLarge(largest);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    return error instanceof FileTooLarge ? Promise.reject(error) : noAnswer();
  }
  return Buffer.concat(chunks);
}

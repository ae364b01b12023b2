import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createDiscordAttachments } from '#adapters/attachments/discord-attachments.ts';
import { FileTooLarge, FileUnreachable } from '#domain/book/book-file-problem.ts';

const signal = new AbortController().signal;
const file = (url: string, size = 3) => ({ name: 'book.csv', size, url });

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('createDiscordAttachments', () => {
  it("fetches from where Discord keeps people's files", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response('a,b'));
    const attachments = createDiscordAttachments({ fetch });
    for (const host of ['cdn.discordapp.com', 'media.discordapp.net']) {
      const url = `https://${host}/attachments/1/2/book.csv?ex=1`;
      expect(new TextDecoder().decode(await attachments.fetch(file(url), 10, signal))).toBe('a,b');
    }
  });

  it.each([
    'https://evil.example/book.csv',
    'http://cdn.discordapp.com/book.csv',
    'https://cdn.discordapp.com.evil.example/book.csv',
    'https://cdn.discordapp.com@evil.example/book.csv',
    'https://cdn.discordapp.com:8443/book.csv',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'nonsense',
  ])('asks nothing of %s', async (url) => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const asked = createDiscordAttachments({ fetch }).fetch(file(url), 10, signal);
    await expect(asked).rejects.toMatchObject({ constructor: FileUnreachable, why: 'other-host' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('does not ask for a file that says that it is too large', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const asked = createDiscordAttachments({ fetch }).fetch(
      file('https://cdn.discordapp.com/a', 11),
      10,
      signal,
    );
    await expect(asked).rejects.toThrow(FileTooLarge);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('stops reading one that is larger than it says', async () => {
    const gone = Promise.withResolvers<void>();
    const origin = await serve((_, response) => {
      response.on('close', () => gone.resolve());
      const more = (): void => {
        if (!response.destroyed) {
          response.write(Buffer.alloc(64 * 1024), more);
        }
      };
      more();
    });
    const attachments = createDiscordAttachments({ api: `${origin}/api` });
    const asked = attachments.fetch(file(`${origin}/attachments/1/2/a`), 100_000, signal);
    await expect(asked).rejects.toThrow(FileTooLarge);
    await gone.promise;
  });

  it("fetches from the local Discord's own place only where there is one", async () => {
    const origin = await serve((_, response) => response.end('a,b'));
    const here = createDiscordAttachments({ api: `${origin}/api` });
    expect(await here.fetch(file(`${origin}/attachments/1/2/a`), 10, signal)).toHaveLength(3);
    await expect(createDiscordAttachments().fetch(file(`${origin}/a`), 10, signal)).rejects.toMatchObject({
      why: 'other-host',
    });
  });

  it('follows no one elsewhere', async () => {
    const elsewhere = await serve((_, response) => response.end('a,b'));
    const origin = await serve((_, response) => {
      response.writeHead(302, { location: elsewhere }).end();
    });
    const asked = createDiscordAttachments({ api: origin }).fetch(file(`${origin}/a`), 10, signal);
    await expect(asked).rejects.toMatchObject({ why: 'no-answer' });
  });

  it('says so when a file is gone, or its place does not answer', async () => {
    const origin = await serve((_request, response) => response.writeHead(404).end());
    const attachments = createDiscordAttachments({ api: origin });
    await expect(attachments.fetch(file(`${origin}/a`), 10, signal)).rejects.toMatchObject({ why: 'gone' });
    const fetch = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
    await expect(
      createDiscordAttachments({ fetch }).fetch(file('https://cdn.discordapp.com/a'), 10, signal),
    ).rejects.toMatchObject({ why: 'no-answer' });
  });

  it('ends with whoever asked', async () => {
    const origin = await serve((_, response) => {
      response.write('a');
    });
    const leaving = new AbortController();
    const asked = createDiscordAttachments({ api: origin }).fetch(file(`${origin}/a`), 10, leaving.signal);
    setImmediate(() => leaving.abort());
    await expect(asked).rejects.toMatchObject({ why: 'no-answer' });
  });
});

import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Started, startDiscord } from '#test/playground/logged-in.ts';

type Sending = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly search?: string;
  readonly body?: Uint8Array;
};

/** Sends as a browser's page would, with any origin whatever. */
function send(started: Started, sending: Sending): Promise<{ status: number; text: string }> {
  const { origin, search } = new URL(started.address.pageUrl);
  const { method = 'POST', headers = { origin }, body = new Uint8Array() } = sending;
  const url = `${origin}/page/files${sending.search ?? `${search}&name=book.csv`}`;
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the upload of the page', () => {
  it('keeps a file and tells the id that a command names it by', async () => {
    const started = await startDiscord();
    const body = new TextEncoder().encode('a,b');
    const { status, text } = await send(started, { body });
    const { id } = JSON.parse(text);

    expect(status).toBe(200);
    const served = await fetch(`${new URL(started.address.pageUrl).origin}/attachments/1/${id}/book.csv`);
    expect(await served.text()).toBe('a,b');
    expect(served.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(served.headers.get('content-security-policy')).toContain('sandbox');
  });

  it.each([
    ["another site's page", { headers: { origin: 'https://evil.example' } }, 403],
    ['a program without an origin', { headers: {} }, 403],
    ['who does not have the key', { search: '?name=book.csv' }, 403],
    ['who only reads', { method: 'GET' }, 405],
    ['who brings more than 10 MB', { body: new Uint8Array(10 * 1024 ** 2 + 1) }, 413],
  ])('takes nothing from %s', async (_, sending, status) => {
    const started = await startDiscord();
    expect(await send(started, sending)).toMatchObject({ status });
  });
});

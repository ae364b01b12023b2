import { afterEach, describe, expect, it, vi } from 'vitest';

// The page is plain JavaScript, typed by its own comments and its own tsconfig.
const page = new URL('../../../src/playground/page/chosen-file.js', import.meta.url);
const { ChosenFile, takesFile } = await import(page.href);

const ATTACHMENT = { name: 'file', type: 11, required: true };
const table = new File(['a,b'], 'my book.csv', { type: 'text/csv' });

/** The page's surroundings: where it was opened, and a local Discord that answers so. */
function answering(answer: () => Promise<Response>) {
  const fetch = vi.fn<(path: string, request: RequestInit) => Promise<Response>>(answer);
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('location', { search: '?key=secret' });
  return fetch;
}

afterEach(() => vi.unstubAllGlobals());

describe('a file that is chosen on the page', () => {
  it('is wanted where the option must be there', () => {
    expect(takesFile(ATTACHMENT)).toBe(true);
    expect(takesFile({ name: 'id', type: 3 })).toBe(false);
    expect(new ChosenFile(ATTACHMENT).read()).toMatchObject({ state: 'problem' });
    expect(new ChosenFile({ ...ATTACHMENT, required: false }).read()).toEqual({ state: 'absent' });
  });

  it('is brought to the local Discord at once, and sent by the id that it then has', async () => {
    const fetch = answering(async () => Response.json({ id: '42' }));
    const chosen = new ChosenFile(ATTACHMENT);
    chosen.choose(table);
    expect(chosen.read()).toMatchObject({ problem: 'The file is still being uploaded.' });

    await expect.poll(() => chosen.read()).toEqual({ state: 'value', value: '42' });
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/page/files?name=my+book.csv&key=secret', {
      method: 'POST',
      body: table,
    });
  });

  it('does not leave the page when it is larger than Discord takes', () => {
    const fetch = answering(async () => Response.json({ id: '42' }));
    const chosen = new ChosenFile(ATTACHMENT);
    chosen.choose(new File([new Uint8Array(10 * 1024 ** 2 + 1)], 'large.csv'));
    expect(chosen.read()).toMatchObject({ problem: 'Choose a file of at most 10 MB.' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ['refused', async () => new Response(null, { status: 413 })],
    ['not answered', () => Promise.reject(new TypeError('fetch failed'))],
  ])('is to be chosen again when its upload is %s', async (_, answer) => {
    answering(answer);
    const chosen = new ChosenFile(ATTACHMENT);
    chosen.choose(table);
    await expect
      .poll(() => chosen.read())
      .toMatchObject({ problem: 'The file could not be uploaded. Choose it again.' });
  });

  it('is the one that was chosen last, whichever arrives last', async () => {
    const slow = Promise.withResolvers<Response>();
    const answers = [slow.promise, Promise.resolve(Response.json({ id: '2' }))];
    answering(() => answers.shift() ?? slow.promise);
    const chosen = new ChosenFile(ATTACHMENT);
    chosen.choose(table);
    chosen.choose(table);
    await expect.poll(() => chosen.read()).toEqual({ state: 'value', value: '2' });
    slow.resolve(Response.json({ id: '1' }));
    await slow.promise;
    await new Promise(setImmediate);
    expect(chosen.read()).toEqual({ state: 'value', value: '2' });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { exportBook } from '#commands/book/export.ts';
import { importBook } from '#commands/book/import.ts';
import { ExpiredCard, NotAllowed } from '#domain/problem.ts';
import type { ComponentEvent, Reply } from '#discord/command/command.ts';
import { someBookFileServices } from '#test/support/discord/fake-book-file-services.ts';
import { customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';
import type { BookServices } from '#services/book/index.ts';

const FILE = {
  id: '5',
  name: 'mine.csv',
  size: 42,
  url: 'https://cdn.discordapp.com/attachments/1/5/mine.csv',
};
const CARRIED = { name: 'import.csv', size: 9, url: 'https://cdn.discordapp.com/attachments/1/6/import.csv' };

function press(
  pressed: Omit<ComponentEvent, 'values'>,
  context = contextWith({}, 'steward'),
): Promise<Reply> {
  const act = importBook.components?.['import'];
  return act && 'act' in act ? act.act({ ...pressed, values: [] }, context) : Promise.reject(new Error());
}

describe('/book import', () => {
  it('carries what would be added as a table, under a button', async () => {
    const { view, files } = await importBook.run({ file: FILE }, contextWith({}, 'steward'));
    expect(textOf(view)).toContain('Would be added: 1 lot');
    expect(files).toMatchObject([{ name: 'import.csv' }]);
    expect(customIdsOf(view)).toEqual(['v1:book.import:fresh|server|1']);
  });

  it("keeps a member from the server's book, and not from their own", async () => {
    const previewImport = vi.fn<BookServices['previewImport']>(someBookFileServices().previewImport);
    const context = contextWith({ previewImport });
    await expect(importBook.run({ file: FILE }, context)).rejects.toThrow(NotAllowed);
    await importBook.run({ file: FILE, personal: true }, context);
    expect(previewImport).toHaveBeenCalledExactlyOnceWith(
      { server: SERVER, member: MEMBER },
      FILE,
      expect.any(AbortSignal),
    );
  });

  it('adds what the message carries, and takes the table away', async () => {
    const importLots = vi.fn<BookServices['importLots']>(someBookFileServices().importLots);
    const reply = await press({ key: 'all|server|7', file: CARRIED }, contextWith({ importLots }, 'steward'));
    expect(importLots).toHaveBeenCalledExactlyOnceWith(
      { server: SERVER },
      { by: MEMBER, file: CARRIED, choice: { which: 'all', revision: 7 } },
      expect.any(AbortSignal),
    );
    expect(reply.files).toEqual([]);
  });

  it("looks at who presses, not at who asked: a member adds nothing to the server's book", async () => {
    await expect(press({ key: 'fresh|server|1', file: CARRIED }, contextWith())).rejects.toThrow(NotAllowed);
  });

  it.each([
    ['a key of another version', { key: 'fresh', file: CARRIED }],
    ['a message without its table', { key: 'fresh|own|1' }],
  ])('takes %s for superseded', async (_, pressed) => {
    await expect(press(pressed)).rejects.toThrow(ExpiredCard);
  });
});

describe('/book export', () => {
  it('gives a file named by the day, as CSV unless told', async () => {
    const options = exportBook.options.parse({});
    const { files, audience } = await exportBook.run(options, contextWith());
    expect(files).toMatchObject([{ name: 'book-2026-12-01.csv' }]);
    expect(audience).toBeUndefined();
  });

  it('shows what somebody holds alone to them alone', async () => {
    const { audience } = await exportBook.run({ format: 'json', personal: true }, contextWith());
    expect(audience).toBe('caller');
  });
});

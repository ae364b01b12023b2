import { describe, expect, it, vi } from 'vitest';
import { note } from '#commands/checklist/note.ts';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { en } from '#discord/texts/en.ts';
import type { Services } from '#services/index.ts';
import { ACCOUNT } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

describe('/checklist note', () => {
  it('keeps what a steward writes, with who and when', async () => {
    const keep = vi.fn<Services['note']>().mockResolvedValue(ACCOUNT);
    const context = contextWith({ note: keep });
    await note.run(note.options.parse({ item: 'vix-gate', text: ' quotes wide ' }), context);
    expect(note.access).toBe('steward');
    expect(keep).toHaveBeenCalledWith(SERVER, {
      item: 'vix-gate',
      text: 'quotes wide',
      by: MEMBER,
      at: context.now,
    });
  });

  it('takes no blank note', () => {
    expect(note.options.safeParse({ item: 'vix-gate', text: '   ' }).success).toBe(false);
  });

  it('offers every question of the checklist', () => {
    expect(note.definition?.[0]).toMatchObject({
      choices: CHECKLIST_ITEMS.map((item) => ({ name: en.checklist.questions[item], value: item })),
    });
  });

  it('shows a note under its item, and never lets it speak in the bot’s own hand', async () => {
    const words = { item: 'vix-gate', by: MEMBER, at: 0, text: '**@everyone** `x`' } as const;
    const checklist = { ...ACCOUNT.checklist, notes: [words] };
    const keep = async () => ({ ...ACCOUNT, checklist });
    const text = textOf((await note.run({ item: 'vix-gate', text: 'x' }, contextWith({ note: keep }))).view);
    expect(text).toContain(`<@${MEMBER}>`);
    expect(text).not.toContain('**@everyone**');
  });
});

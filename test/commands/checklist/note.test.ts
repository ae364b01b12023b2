import { describe, expect, it, vi } from 'vitest';
import { checklist } from '#commands/checklist/index.ts';
import { note } from '#commands/checklist/note.ts';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { en } from '#discord/texts/en.ts';
import type { Services } from '#services/index.ts';
import { ACCOUNT } from '#test/support/discord/fake-services.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';

const history = subCommand(checklist, 'history');

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

describe('/checklist history', () => {
  it('lists the latest events with their ticks', async () => {
    const text = textOf((await history.run({}, contextWith())).view);
    expect(text).toContain('`CPI-2014-09-17`');
    expect(text).toContain('✓ VIX gate');
  });

  it('says when nobody touched one, and when there is none', async () => {
    const pastChecklists = async () => [];
    expect(textOf((await history.run({}, contextWith({ pastChecklists }))).view)).toContain(
      'There is none yet.',
    );
  });
});

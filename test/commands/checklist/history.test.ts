import { describe, expect, it, vi } from 'vitest';
import { history } from '#commands/checklist/history.ts';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { en } from '#discord/texts/en.ts';
import type { Services } from '#services/index.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

describe('/checklist history', () => {
  it('lists the latest events with their ticks', async () => {
    const text = textOf((await history.run(history.options.parse({}), contextWith())).view);
    expect(text).toContain('`CPI-2014-09-17`');
    expect(text).toContain('✓ VIX gate');
  });

  it('says when nobody touched one, and when there is none', async () => {
    const pastChecklists = async () => [];
    expect(textOf((await history.run({}, contextWith({ pastChecklists }))).view)).toContain(
      'There is none yet.',
    );
  });

  it('lists the dated notes and ticks of one item alone, newest first, with who and on which checklist', async () => {
    const about = { item: 'parity', by: MEMBER, checklist: 'CPI-2014-09-17' } as const;
    const itemHistory = vi.fn<Services['itemHistory']>(async (_, item) => ({
      item,
      entries: [
        { kind: 'note', ...about, at: Date.UTC(2014, 8, 23), text: 'box 12 bp over bills **@everyone**' },
        { kind: 'tick', ...about, at: Date.UTC(2014, 8, 22) },
      ],
    }));
    const options = history.options.parse({ item: 'parity' });
    const lines = textOf((await history.run(options, contextWith({ itemHistory }))).view);
    expect(itemHistory).toHaveBeenCalledWith(SERVER, 'parity');
    expect(lines).toContain('## Conversions and reversals');
    expect(lines).toMatch(
      /- “box 12 bp over bills [^\n]*” <@\d+> <t:1411430400:f> · `CPI-2014-09-17`\n- ✓ ticked by <@\d+> <t:1411344000:f>/,
    );
    expect(lines).not.toContain('**@everyone**');
  });

  it('says when nobody has noted anything of an item', async () => {
    const itemHistory: Services['itemHistory'] = async (_, item) => ({ item, entries: [] });
    const options = history.options.parse({ item: 'parity' });
    expect(textOf((await history.run(options, contextWith({ itemHistory }))).view)).toContain(
      'Nobody has noted or ticked anything here yet.',
    );
  });

  it('offers the items by name', () => {
    expect(history.definition?.[0]).toMatchObject({
      choices: CHECKLIST_ITEMS.map((item) => ({ name: en.checklist.questions[item], value: item })),
    });
  });
});

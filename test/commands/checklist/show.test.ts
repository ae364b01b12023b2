import { describe, expect, it, vi } from 'vitest';
import { show } from '#commands/checklist/show.ts';
import { ExpiredCard } from '#domain/problem.ts';
import type { Tick } from '#domain/checklist/checklist.ts';
import type { Reply } from '#discord/command/command.ts';
import type { Services } from '#services/index.ts';
import { ACCOUNT } from '#test/support/discord/fake-services.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { buttonsOf, componentsOf, textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

function press(act: string, key: string, services: Partial<Services>, picture?: string): Promise<Reply> {
  const found = show.components?.[act];
  if (!found || !('act' in found)) {
    throw new Error(`the checklist has no ${act}`);
  }
  return found.act(
    { key, values: [], ...(picture !== undefined && { picture }) },
    contextWith(services, 'steward'),
  );
}

/** Marks that are kept somewhere, as the store keeps them. */
function keeping(): Services['tick'] {
  const ticks = new Map<string, Tick>();
  return async (_, __, { ticked, ...tick }) => {
    if (ticked) {
      ticks.set(tick.item, tick);
    } else {
      ticks.delete(tick.item);
    }
    const checklist = { ...ACCOUNT.checklist, ticks: [...ticks.values()] };
    return { ...ACCOUNT, checklist, card: { ...FULL_CARD, checklist } };
  };
}

describe('/checklist show', () => {
  it('shows each question with what the data answer, and who ticked it', async () => {
    const text = textOf((await show.run({}, contextWith())).view);
    expect(text).toContain('**4** Do both RSI and MACD confirm? · **‼ act**\n-# both, within 5 closes');
    expect(text).toContain('**8** VIX gate, term structure, daily range · **✓ ok**');
    expect(text).toContain('ticked by <@200000000000000003>');
    expect(text).toContain('1 of 6 ticked');
  });

  it('says who had ticked an item that is open again, and what it was then', async () => {
    const tick = {
      item: 'dual-confirmation',
      by: '200000000000000004',
      at: 0,
      seen: { decisionId: 'a', status: 'watch', finding: 'macd-only' },
    } as const;
    const checklist = { ...ACCOUNT.checklist, reopened: [{ item: tick.item, tick }] };
    const showChecklist = async () => ({ ...ACCOUNT, checklist });
    expect(textOf((await show.run({}, contextWith({ showChecklist }))).view)).toContain(
      'open again: it was **! watch** when <@200000000000000004> ticked it',
    );
  });

  it('is ticked by stewards only, on the list and on a card', () => {
    expect(show.components?.['tick']?.access).toBe('steward');
    expect(show.components?.['tick-card']?.access).toBe('steward');
  });

  it('marks what the button says for the person who clicked', async () => {
    const tick = vi.fn<Services['tick']>(keeping());
    await press('tick', '2014-09-23.official|fomc-window|tick', { tick });

    expect(tick).toHaveBeenCalledWith(SERVER, '2014-09-23.official', {
      item: 'fomc-window',
      ticked: true,
      by: MEMBER,
      at: contextWith().now,
    });
  });

  it('shows two clicks at the same moment as two ticks, and one item clicked twice as ticked', async () => {
    const tick = keeping();
    const [first, second, again] = await Promise.all([
      press('tick', 'a|fomc-window|tick', { tick }),
      press('tick', 'a|vix-gate|tick', { tick }),
      press('tick', 'a|fomc-window|tick', { tick }),
    ]);
    expect(textOf(first.view)).toContain('1 of 6');
    expect(textOf(second.view)).toContain('2 of 6');
    expect(textOf(again.view)).toContain('2 of 6');
  });

  it('draws the whole card again on an alert, with its mark and its picture', async () => {
    const { view } = await press(
      'tick-card',
      'a|fomc-window|tick|k7QePz12',
      { tick: keeping() },
      'RUT below SMA 50',
    );

    expect(textOf(view)).toContain('`2014-09-23.official` `k7QePz12`');
    expect(JSON.stringify(componentsOf(view))).toContain('attachment://signal.png');
    expect(buttonsOf(view).map(({ label }) => label)).toContain('✓ 9');
  });

  it('does not guess at what it cannot read', async () => {
    await expect(press('tick', 'a|fomc-window', { tick: keeping() })).rejects.toThrow(ExpiredCard);
  });
});

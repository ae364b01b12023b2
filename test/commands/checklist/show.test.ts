import { describe, expect, it, vi } from 'vitest';
import { show } from '#commands/checklist/show.ts';
import { ExpiredCard } from '#domain/problem.ts';
import type { Tick } from '#domain/checklist/checklist.ts';
import type { Reply } from '#discord/command/command.ts';
import type { Services } from '#services/index.ts';
import { ACCOUNT } from '#test/support/discord/fake-services.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { componentsOf, textOf } from '#test/support/discord/view-facts.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';

function press(act: string, key: string, more: Pressed = {}): Promise<Reply> {
  const handler = show.components?.[act];
  if (!handler || !('act' in handler)) {
    throw new Error(`the checklist has no ${act}`);
  }
  const { services = {}, values = [], rank = 'steward' } = more;
  return handler.act({ key, values }, contextWith(services, rank));
}

type Pressed = {
  readonly services?: Partial<Services>;
  readonly values?: readonly string[];
  readonly rank?: 'member' | 'steward';
};

/** Marks that are kept somewhere, as the store keeps them. */
function keeping(): Pick<Services, 'tick' | 'showCard'> {
  const ticks = new Map<string, Tick>();
  const report = (): typeof ACCOUNT => {
    const checklist = { ...ACCOUNT.checklist, ticks: [...ticks.values()] };
    return { ...ACCOUNT, checklist, card: { ...FULL_CARD, checklist } };
  };
  return {
    showCard: async () => report(),
    tick: async (_, __, { ticked, ...tick }) => {
      if (ticked) {
        ticks.set(tick.item, tick);
      } else {
        ticks.delete(tick.item);
      }
      return report();
    },
  };
}

describe('/checklist show', () => {
  it('shows each question with what the data answer, and who ticked it', async () => {
    const text = textOf((await show.run({}, contextWith())).view);
    expect(text).toContain('**4** Do both RSI and MACD confirm? · **‼ act**\n-# both, within 5 closes');
    expect(text).toContain('**8** VIX gate, curve and skew, daily range · **✓ ok**');
    expect(text).toContain('ticked by <@200000000000000003>');
    expect(text).toContain('Checklist · 1 of 6 done');
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

  it('links the statement that is to be read, and the press conference after it', async () => {
    const answer = {
      item: 'fomc-window',
      number: 9,
      status: 'unknown',
      measures: [],
      finding: 'outside-unread',
      facts: ['2026-10-28', 20, 'halve', '2026-09-16'],
    } as const;
    const checklist = { ...ACCOUNT.checklist, answers: [answer] };
    const showChecklist = async () => ({ ...ACCOUNT, checklist });
    const text = textOf((await show.run({}, contextWith({ showChecklist }))).view);
    expect(text).toContain('nobody has noted what was said');
    expect(text).toContain(
      '[statement](https://www.federalreserve.gov/newsevents/pressreleases/monetary20260916a.htm)',
    );
    expect(text).toContain(
      '[press conference](https://www.federalreserve.gov/monetarypolicy/fomcpresconf20260916.htm)',
    );
  });

  it('writes item 10 with RUT’s own variance and what was entered by hand, and rows of before without', async () => {
    const texts = async (facts: readonly (string | number)[], finding: 'context' | 'context-unknown') => {
      const answer = {
        item: 'macro-context',
        number: 10,
        status: 'ok',
        measures: [],
        finding,
        facts,
      } as const;
      const showChecklist = async () => ({
        ...ACCOUNT,
        checklist: { ...ACCOUNT.checklist, answers: [answer] },
      });
      return textOf((await show.run({}, contextWith({ showChecklist }))).view);
    };
    const yields = [120, 0.1, 0.2, 0.5, '', '', 2, 0, 0.1, 3, 0, 0, '2026-11-30'];
    const own = [23, 31, '', ''];
    const multiple = ['P/E', 'small', 24.1, 'FTSE', '2026-10-30', 32];
    expect(await texts([...yields, ...own, ...multiple], 'context')).toContain(
      'of Mon 30 Nov, RUT’s idiosyncratic share 23 % in 63 sessions (mean 31 %), ? % in 252 (mean ? %), P\\/E of small caps 24.10 (FTSE, Fri 30 Oct, 32 d old), context, never a gate',
    );
    expect(await texts(yields, 'context')).toContain('of Mon 30 Nov, context, never a gate');
    expect(await texts([], 'context-unknown')).toContain('-# no yields and no dollar from FRED, context');
    const absent = Array.from({ length: 13 }, () => '');
    expect(await texts([...absent, ...own], 'context-unknown')).toContain(
      '-# RUT’s idiosyncratic share 23 %',
    );
  });

  it('is a private answer, with a select only for those who may tick', async () => {
    expect(show.audience).toBe('caller');
    const selects = async (rank: 'member' | 'steward'): Promise<number> => {
      const { view, audience } = await press('open', '2014-09-23.official', { rank });
      expect(audience).toBe('caller');
      return componentsOf(view).filter(({ type }) => type === STRING_SELECT).length;
    };
    expect(await selects('member')).toBe(0);
    expect(await selects('steward')).toBe(1);
    expect(show.components?.['choose']?.access).toBe('steward');
  });

  it('marks what was chosen beside what was shown, for the person who chose', async () => {
    const tick = vi.fn<Services['tick']>(keeping().tick);
    await press('choose', '2014-09-23.official|0', { services: { tick }, values: ['fomc-window'] });

    expect(tick.mock.calls).toEqual([
      [
        SERVER,
        '2014-09-23.official',
        { item: 'fomc-window', ticked: true, by: MEMBER, at: contextWith().now },
      ],
    ]);
  });

  it('merges what two stewards chose from the same list', async () => {
    const services = keeping();
    await press('choose', 'a|0', { services, values: ['fomc-window'] });
    const { view } = await press('choose', 'a|0', { services, values: ['vix-gate'] });
    expect(textOf(view)).toContain('2 of 6');
  });

  it('tells the posted card how many are done now', async () => {
    const markPosted = vi.fn<Services['markPosted']>(async () => undefined);
    await press('choose', 'a|0', { services: { ...keeping(), markPosted }, values: ['fomc-window'] });
    expect(markPosted.mock.calls.map(([, posted]) => posted)).toEqual([
      { decisionId: 'a', news: { kind: 'ticked', done: 1, all: 6 } },
    ]);
  });

  it('does not guess at what it cannot read', async () => {
    await expect(press('choose', 'a|fomc-window')).rejects.toThrow(ExpiredCard);
  });

  it('knows no buttons of cards of before, which are answered as superseded', () => {
    expect(show.components?.['tick']).toBeUndefined();
    expect(show.components?.['tick-card']).toBeUndefined();
  });
});

const STRING_SELECT = 3;

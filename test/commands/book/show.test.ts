import { describe, expect, it, vi } from 'vitest';
import { book } from '#commands/book/index.ts';
import { show } from '#commands/book/show.ts';
import { ExpiredCard } from '#domain/problem.ts';
import { BOOK, someBookServices } from '#test/support/discord/fake-book-services.ts';
import { buttonsOf, textOf } from '#test/support/discord/view-facts.ts';
import {
  aCall,
  aCondor,
  addedEvent,
  booked,
  NOON,
  SECOND_STEWARD,
  STEWARD,
} from '#test/support/book/lots.ts';
import { contextWith, MEMBER, SERVER, subCommand } from '#test/commands/context-with.ts';
import type { BookServices } from '#services/book/index.ts';

const history = subCommand(book, 'history');

function press(key: string, services: Partial<BookServices> = {}): Promise<unknown> {
  const page = show.components?.['page'];
  return page && 'act' in page
    ? page.act({ key, values: [] }, contextWith(services))
    : Promise.reject(new Error());
}

/** A book of so many calls. */
const many: (count: number) => BookServices['readBook'] = (count) => async (owner) => {
  const hedges = Array.from({ length: count }, (_, index) => aCall({ id: `H${index + 1}` }));
  return { ...BOOK, owner, positions: { condors: [], hedges }, lots: hedges.map((lot) => booked(lot)) };
};

describe('/book show', () => {
  it('says that there are counts only where no lots are kept', async () => {
    const readBook: BookServices['readBook'] = async (owner) => ({
      ...BOOK,
      owner,
      positions: { condors: [], hedges: [] },
      lots: [],
      counted: { condors: 10, hedge: [4, 4, 2] },
    });
    const text = textOf((await show.run({}, contextWith({ readBook }))).view);
    expect(text).toContain('**Counts only**: 10 condors, 4/4/2 calls, no lots.');
    expect(text).not.toContain('Nothing is in it');
  });

  it('lists a lot a line, counted, with the revision and its time', async () => {
    const { view } = await show.run({}, contextWith());
    expect(textOf(view).split('\n')).toEqual([
      '## The book',
      '**Condors: 10**',
      '`C1` **10** condors 5600/5700/6250/6350 · 2027-01-15 PM, 45 d · credit 12.50',
      '**Hedge contracts: 4**',
      '`H1` **4** VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85',
      '-# Revision 1 · as of Tue 1 Dec 2026 12:00 ET',
    ]);
    expect(buttonsOf(view)).toEqual([]);
  });

  it('marks every line of an illustration as such', async () => {
    const lots = { condors: [aCondor({ isIllustration: true })], hedges: [aCall({ isIllustration: true })] };
    const readBook: BookServices['readBook'] = async () => ({ ...BOOK, positions: lots });
    const { view } = await show.run({}, contextWith({ readBook }));
    const lines = textOf(view)
      .split('\n')
      .filter((line) => line.startsWith('`'));
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.endsWith('· **illustration**'))).toBe(true);
  });

  it('says how to begin when nothing is in it', async () => {
    const { view } = await show.run({}, contextWith({ readBook: many(0) }));
    expect(textOf(view)).toContain('`/book condor` and `/book hedge` add lots');
  });

  it('tells how much waits for a second steward', async () => {
    const readBook: BookServices['readBook'] = async () => ({ ...BOOK, waiting: 2 });
    expect(textOf((await show.run({}, contextWith({ readBook }))).view)).toContain('2 changes wait');
  });

  it('shows one’s own book to oneself', async () => {
    const readBook = vi.fn<BookServices['readBook']>(someBookServices().readBook);
    const { view, audience } = await show.run({ personal: true }, contextWith({ readBook }));
    expect(readBook).toHaveBeenCalledWith({ server: SERVER, member: MEMBER });
    expect(textOf(view)).toContain('## Your own book');
    expect(audience).toBe('caller');
  });

  it('turns pages of twenty lots, and none beyond the last', async () => {
    const { view } = await show.run({}, contextWith({ readBook: many(45) }));
    expect(textOf(view)).toContain('Lots 1 to 20 of 45');
    expect(buttonsOf(view).map(({ custom_id: id }) => id)).toEqual(['v1:book.page:server|1']);
    expect(await press('server|1', { readBook: many(45) })).toHaveProperty('view');
    const { view: last } = await show.run({}, contextWith({ readBook: many(45) }));
    expect(textOf(last)).not.toContain('`H21`');
    await expect(press('whatever')).rejects.toBeInstanceOf(ExpiredCard);
  });

  it('stays within one message, however large the book', async () => {
    const { view } = await show.run({}, contextWith({ readBook: many(1_000) }));
    expect(textOf(view).length).toBeLessThanOrEqual(4_000);
    expect(textOf(view)).toContain('Lots 1 to 20 of 1000');
  });
});

describe('/book history', () => {
  it('tells what happened, who did it, who approved it and when', async () => {
    const bookHistory: BookServices['bookHistory'] = async (owner) => ({
      owner,
      today: '2026-12-01',
      events: [
        addedEvent(aCall(), {
          kind: 'expired',
          before: aCall({ expiry: '2026-11-18' }),
          end: { how: 'expired', on: '2026-11-18', at: Date.UTC(2026, 10, 18, 14, 30) },
          by: 'calendar',
        }),
        addedEvent(aCall({ cost: 2, layer: 'long' }), {
          kind: 'edited',
          before: aCall(),
          approvedBy: SECOND_STEWARD,
        }),
      ],
    });
    const told = textOf((await history.run({}, contextWith({ bookHistory }))).view);
    expect(told).toContain('`H1` settled Wed 18 Nov 2026 09:30 ET: **4** VIX 22 calls · 2026-11-18');
    expect(told).toContain('-# calendar <t:');
    expect(told).toContain('`H1` changed: cost 1.85 → 2.00, layer short → long');
    expect(told).toContain(`<@${STEWARD}> <t:${NOON / 1_000}:R>, approved by <@${SECOND_STEWARD}>`);
  });
});

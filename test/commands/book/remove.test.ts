import { describe, expect, it, vi } from 'vitest';
import { remove } from '#commands/book/remove.ts';
import { UnknownLot } from '#domain/book/book-problem.ts';
import { NotAllowed } from '#domain/problem.ts';
import { applied, someBookServices } from '#test/support/discord/fake-book-services.ts';
import { customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { aCall, aCondor, addedEvent } from '#test/support/book/lots.ts';
import { contextWith, MEMBER, SERVER } from '#test/commands/context-with.ts';
import type { BookServices } from '#services/book/index.ts';

const services = someBookServices();

describe('/book remove', () => {
  it('asks whether it was a mistake or a close where nobody says, and changes nothing', async () => {
    const removeLot = vi.fn<BookServices['removeLot']>(services.removeLot);
    const closeLot = vi.fn<BookServices['closeLot']>(services.closeLot);
    const context = contextWith({ removeLot, closeLot }, 'steward');
    const { view } = await remove.run(remove.options.parse({ lot: 'c1' }), context);
    expect(textOf(view)).toContain('Why does `C1` go?\n**10** condors 5600/5700/6250/6350');
    expect(customIdsOf(view)).toEqual(['v1:book.close:C1@1', 'v1:book.mistake:C1@1']);
    expect([removeLot.mock.calls, closeLot.mock.calls]).toEqual([[], []]);
    await expect(remove.run(remove.options.parse({ lot: 'C9' }), context)).rejects.toBeInstanceOf(UnknownLot);
  });

  it('takes out a mistake at the button and where it is said, for those alone who may', async () => {
    const removeLot = vi.fn<BookServices['removeLot']>(async () =>
      applied(addedEvent(aCondor(), { kind: 'removed', before: aCondor(), end: { how: 'removed' } })),
    );
    const { mistake } = remove.components ?? {};
    if (!mistake || !('act' in mistake)) {
      throw new Error('no button');
    }
    const pressed = await mistake.act({ key: 'C1@1', values: [] }, contextWith({ removeLot }, 'steward'));
    expect(textOf(pressed.view)).toContain('`C1` removed as a mistake: **10** condors');
    expect(textOf(pressed.view)).not.toContain('P&L');
    const said = remove.options.parse({ lot: 'C1@1', as: 'mistake' });
    await remove.run(said, contextWith({ removeLot }, 'steward'));
    const call = [{ server: SERVER }, MEMBER, { id: 'C1', basis: 1 }];
    expect(removeLot.mock.calls).toEqual([call, call]);
    const refused = mistake.act({ key: 'C1@1', values: [] }, contextWith({ removeLot }));
    await expect(refused).rejects.toBeInstanceOf(NotAllowed);
    await mistake.act({ key: 'own C1@1', values: [] }, contextWith({ removeLot }));
    expect(removeLot.mock.calls[2]?.[0]).toEqual({ server: SERVER, member: MEMBER });
  });

  it('opens a form for a close, and shows the profit or that it is unknown', async () => {
    const ended = addedEvent(aCondor(), {
      kind: 'closed',
      before: aCondor(),
      end: { how: 'closed', on: '2026-12-01', price: 4.5 },
    });
    const closeLot = vi.fn<BookServices['closeLot']>(async () => ({
      ...applied(ended),
      profits: [
        { lotId: 'C1', quantity: 10, dollars: 8_000 },
        { lotId: 'C2', quantity: 1 },
      ],
    }));
    const context = contextWith({ closeLot }, 'steward');
    const button = remove.components?.['close'];
    const form = remove.modals?.['close'];
    if (!button || !('open' in button) || !form) {
      throw new Error('no form');
    }
    const draft = await button.open({ key: 'C1@1', values: [] }, context);
    expect(draft).toMatchObject({ title: 'Close C1', form: { command: 'book', act: 'close', key: 'C1@1' } });
    const fields = { price: '4,5', quantity: '10', date: '' };
    const { view } = await form.act({ key: 'C1@1', fields }, context);
    expect(closeLot).toHaveBeenCalledWith({ server: SERVER }, MEMBER, {
      id: 'C1',
      basis: 1,
      price: 4.5,
      quantity: 10,
    });
    expect(textOf(view)).toContain('P&L of `C1`: **+$8,000**');
    expect(textOf(view)).toContain('P&L of `C2`: unknown');
  });

  it('closes what comes with a price, on its day, in part where told', async () => {
    const closeLot = vi.fn<BookServices['closeLot']>(async () =>
      applied(
        addedEvent(aCall({ id: 'H7', quantity: 2 }), {
          kind: 'closed',
          before: aCall({ id: 'H7', quantity: 2 }),
          splitFrom: 'H1',
          end: { how: 'closed', on: '2026-11-30', price: 2.6 },
        }),
      ),
    );
    const options = remove.options.parse({ lot: 'H1', price: 2.6, quantity: 2, date: '2026-11-30' });
    const { view } = await remove.run(options, contextWith({ closeLot }, 'steward'));
    expect(closeLot).toHaveBeenCalledWith({ server: SERVER }, MEMBER, {
      id: 'H1',
      price: 2.6,
      quantity: 2,
      on: '2026-11-30',
    });
    expect(textOf(view)).toContain('`H7`, split from `H1`, closed on 2026-11-30 at 2.60: **2** VIX 22 calls');
  });

  it('closes at 0 what is worth nothing', async () => {
    const closeLot = vi.fn<BookServices['closeLot']>(services.closeLot);
    await remove.run(remove.options.parse({ lot: 'H1', price: 0 }), contextWith({ closeLot }, 'steward'));
    expect(closeLot).toHaveBeenCalledOnce();
  });
});

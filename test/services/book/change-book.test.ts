import { describe, expect, it, vi } from 'vitest';
import { InvalidLots, LotChangedMeanwhile, NothingToChange, UnknownLot } from '#domain/book/book-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { CondorDraft, HedgeDraft, NewLot } from '#domain/book/lot-draft.ts';
import type { MeasureBook } from '#services/book/book-deps.ts';
import { openBookDesk } from '#test/support/book/book-desk.ts';
import { aCall, aCondor, NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const BOOK: BookOwner = { server: '1' };
const OWN: BookOwner = { server: '1', member: STEWARD };
const CONDOR: CondorDraft = {
  strikes: '5600/5700/6250/6350',
  expiry: '2027-01-15',
  quantity: 10,
  credit: 12.5,
};
const CALLS: HedgeDraft = { instrument: 'VIX', quantity: 4, strike: 22, expiry: '2027-01-20', cost: 1.85 };
const DAY = 86_400_000;

async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => 'taken',
    (error: unknown) => error,
  );
}

describe('the book of a server', () => {
  it('holds what was added, and tells who added it', async () => {
    const { services } = await openBookDesk();
    await services.addCondor(BOOK, STEWARD, CONDOR);
    const answer = await services.addHedge(BOOK, SECOND_STEWARD, CALLS);
    expect(answer).toMatchObject({ kind: 'applied', revision: 2, events: [{ kind: 'added', id: 'H1' }] });

    const account = await services.readBook(BOOK);
    expect(account.positions).toEqual({ condors: [aCondor()], hedges: [aCall()] });
    expect(account.revision).toBe(2);
    const { events } = await services.bookHistory(BOOK);
    expect(events.map(({ id, by, at }) => [id, by, at])).toEqual([
      ['H1', SECOND_STEWARD, NOON],
      ['C1', STEWARD, NOON],
    ]);
  });

  it('takes both of two lots that are added at once', async () => {
    const { services } = await openBookDesk();
    await Promise.all([
      services.addHedge(BOOK, STEWARD, CALLS),
      services.addHedge(BOOK, SECOND_STEWARD, { ...CALLS, strike: 25 }),
    ]);
    const { positions } = await services.readBook(BOOK);
    expect(positions.hedges.map(({ id }) => id)).toEqual(['H1', 'H2']);
  });

  it('takes one of two edits that are made at once, and tells the other what was changed', async () => {
    const { services } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, CALLS);
    const { lots } = await services.readBook(BOOK);
    const basis = lots[0]?.revision ?? 0;
    const edits = await Promise.all([
      refusalOf(services.editLot(BOOK, STEWARD, { id: 'H1', basis, quantity: 6 })),
      refusalOf(services.editLot(BOOK, SECOND_STEWARD, { id: 'H1', basis, cost: 2 })),
    ]);
    const [refused, ...more] = edits.filter((edit) => edit !== 'taken');
    expect(more).toEqual([]);
    expect(refused).toBeInstanceOf(LotChangedMeanwhile);
    expect(refused).toMatchObject({ id: 'H1', since: [{ kind: 'edited', revision: 2 }] });
    const { positions, revision } = await services.readBook(BOOK);
    expect(revision).toBe(2);
    expect([aCall({ quantity: 6 }), aCall({ cost: 2 })]).toContainEqual(positions.hedges[0]);
  });

  it('refuses an edit of what was removed while somebody looked', async () => {
    const { services } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, CALLS);
    await services.removeLot(BOOK, SECOND_STEWARD, { id: 'H1' });
    const refused = await refusalOf(services.editLot(BOOK, STEWARD, { id: 'h1', quantity: 6 }));
    expect(refused).toBeInstanceOf(UnknownLot);
    expect(refused).toMatchObject({ id: 'H1', ended: 'removed' });
  });

  it('keeps an edit of one lot out of the way of another’s', async () => {
    const { services } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, CALLS);
    await services.addCondor(BOOK, STEWARD, CONDOR);
    await services.editLot(BOOK, STEWARD, { id: 'C1', basis: 2, quantity: 8 });
    await services.editLot(BOOK, SECOND_STEWARD, { id: 'H1', basis: 1, quantity: 6 });
    const { positions } = await services.readBook(BOOK);
    expect([positions.condors[0]?.quantity, positions.hedges[0]?.quantity]).toEqual([8, 6]);
  });

  it('says when an edit changes nothing, and writes nothing', async () => {
    const { services } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, CALLS);
    const same = services.editLot(BOOK, STEWARD, { id: 'H1', quantity: 4, cost: 1.85 });
    await expect(same).rejects.toBeInstanceOf(NothingToChange);
    expect((await services.readBook(BOOK)).revision).toBe(1);
  });

  it('writes nothing of a lot that cannot be', async () => {
    const { services } = await openBookDesk();
    const friday = services.addHedge(BOOK, STEWARD, { ...CALLS, expiry: '2026-12-18' });
    await expect(friday).rejects.toBeInstanceOf(InvalidLots);
    expect((await services.readBook(BOOK)).revision).toBe(0);
  });

  it('keeps the price and day at which a hedge was closed, and none of a mistake', async () => {
    const { services } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, CALLS);
    await services.addHedge(BOOK, STEWARD, { ...CALLS, strike: 99 });
    await services.closeLot(BOOK, STEWARD, { id: 'H1', quantity: 1, price: 2.6 });
    await services.removeLot(BOOK, STEWARD, { id: 'H2' });
    expect(await services.endedLots(BOOK)).toEqual([
      {
        lot: aCall({ id: 'H3', quantity: 1 }),
        revision: 3,
        end: { how: 'closed', on: '2026-12-01', price: 2.6 },
      },
    ]);
    expect((await services.readBook(BOOK)).positions.hedges).toEqual([aCall({ quantity: 3 })]);
  });

  it.each([
    [{ quantity: 5 }, 'more-than-held'],
    [{ quantity: 0 }, 'quantity'],
    [{ price: -1 }, 'negative'],
    [{ on: '2026-12-02' }, 'in-future'],
    [{ on: '2026-11-30' }, 'closed-before-opened'],
    [{ on: 'yesterday' }, 'unreadable-day'],
  ])('refuses to close a lot with %o', async (closing, kind) => {
    const { services } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, CALLS);
    const refused = await refusalOf(services.closeLot(BOOK, STEWARD, { id: 'H1', ...closing }));
    expect(refused).toMatchObject({ faults: [{ place: 0, fault: { kind } }] });
    expect((await services.readBook(BOOK)).positions.hedges).toHaveLength(1);
  });
});

describe('many lots at once', () => {
  const { id: _condor, ...condor } = aCondor();
  const { id: _call, ...call } = aCall();

  it('are taken in one act, illustrations marked as such', async () => {
    const { services } = await openBookDesk();
    const lots: readonly NewLot[] = [condor, { ...call, isIllustration: true }];
    expect(await services.applyLots(BOOK, STEWARD, lots)).toMatchObject({ kind: 'applied', revision: 1 });
    const { positions } = await services.readBook(BOOK);
    expect(positions).toEqual({ condors: [aCondor()], hedges: [aCall({ isIllustration: true })] });
  });

  it('are refused together when one cannot be, each fault by its place', async () => {
    const { services } = await openBookDesk();
    const refused = await refusalOf(
      services.applyLots(BOOK, STEWARD, [
        condor,
        { ...call, quantity: 0 },
        call,
        { ...call, expiry: '2026-12-18' },
      ]),
    );
    expect(refused).toMatchObject({
      faults: [
        { place: 1, fault: { kind: 'quantity' } },
        { place: 3, fault: { kind: 'not-listed' } },
      ],
    });
    expect((await services.readBook(BOOK)).revision).toBe(0);
  });

  it('wait together for a second steward', async () => {
    const { services, set } = await openBookDesk();
    set({ 'book.approvals': 1 });
    expect(await services.applyLots(BOOK, STEWARD, [condor, call])).toMatchObject({
      kind: 'proposed',
      proposal: { after: { condors: 10, hedges: 4 } },
    });
  });
});

describe('the book of a member', () => {
  it('is its own: apart from the server’s and from that of others, with numbers of its own', async () => {
    const { services } = await openBookDesk();
    await services.addCondor(BOOK, STEWARD, CONDOR);
    await services.addHedge(OWN, STEWARD, CALLS);
    expect((await services.readBook(OWN)).positions).toEqual({ condors: [], hedges: [aCall()] });
    expect((await services.readBook({ ...OWN, member: SECOND_STEWARD })).lots).toEqual([]);
    expect((await services.readBook(BOOK)).positions.hedges).toEqual([]);
  });

  it('needs no second steward', async () => {
    const { services, set } = await openBookDesk();
    set({ 'book.approvals': 1 });
    expect((await services.addHedge(OWN, STEWARD, CALLS)).kind).toBe('applied');
    expect((await services.addHedge(BOOK, STEWARD, CALLS)).kind).toBe('proposed');
  });
});

describe('what has settled', () => {
  it('moves into the history when the book is read, once, with the instant of its settlement', async () => {
    const { services, turnTo } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, { ...CALLS, expiry: '2026-12-16' });
    const settledAt = Date.UTC(2026, 11, 16, 14, 30);
    turnTo(settledAt - 1);
    expect((await services.readBook(BOOK)).lots).toHaveLength(1);
    turnTo(settledAt + 5 * DAY);
    await Promise.all([services.readBook(BOOK), services.readBook(BOOK)]);
    const { lots, revision } = await services.readBook(BOOK);
    expect([lots, revision]).toEqual([[], 2]);
    expect(await services.endedLots(BOOK)).toMatchObject([
      { end: { how: 'expired', on: '2026-12-16', at: settledAt } },
    ]);
    const { events } = await services.bookHistory(BOOK);
    expect(events.map(({ kind, by }) => [kind, by])).toEqual([
      ['expired', 'calendar'],
      ['added', STEWARD],
    ]);
  });

  it('cannot be edited any more', async () => {
    const { services, turnTo } = await openBookDesk();
    await services.addHedge(BOOK, STEWARD, { ...CALLS, expiry: '2026-12-16' });
    turnTo(Date.UTC(2026, 11, 16, 14, 30));
    const refused = await refusalOf(services.editLot(BOOK, STEWARD, { id: 'H1', quantity: 9 }));
    expect(refused).toMatchObject({ code: 'unknown-lot', ended: 'expired' });
  });
});

describe('days that may be meant', () => {
  it('are those on which something settles, by their beginning', async () => {
    const { services } = await openBookDesk();
    expect(await services.findExpiries('1', ['VIX options'], '2026-12')).toEqual([
      '2026-12-09',
      '2026-12-16',
      '2026-12-23',
      '2026-12-30',
    ]);
    expect(await services.findExpiries('1', ['SPX AM options'], '')).toContain('2027-01-15');
    expect(await services.findExpiries('1', ['SPX PM options'], '2027-01-0')).toContain('2027-01-05');
  });

  it('are of what settles daily the Fridays, while nothing is typed', async () => {
    const { services } = await openBookDesk();
    const days = await services.findExpiries('1', ['SPX PM options'], '');
    expect(days.slice(0, 3)).toEqual(['2026-12-04', '2026-12-11', '2026-12-18']);
  });
});

describe('a proposal', () => {
  it('shows what the book would be worth before and after, where that can be said', async () => {
    const measureBook = vi.fn<MeasureBook>(async (_, { hedges }) =>
      hedges.length > 0 ? { ratio: 0.6, hedgeDollars: 820 } : {},
    );
    const { services, set } = await openBookDesk({ measureBook });
    set({ 'book.approvals': 1 });
    expect(await services.addHedge(BOOK, STEWARD, CALLS)).toMatchObject({
      proposal: {
        before: { condors: 0, hedges: 0 },
        after: { condors: 0, hedges: 4, ratio: 0.6, hedgeDollars: 820 },
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { OwnProposal, ProposalOver, UnknownProposal } from '#domain/book/book-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { HedgeDraft } from '#domain/book/lot-draft.ts';
import { type BookDesk, openBookDesk } from '#test/support/book/book-desk.ts';
import { aCall, NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const BOOK: BookOwner = { server: '1' };
const CALLS: HedgeDraft = { instrument: 'VIX', quantity: 4, strike: 22, expiry: '2027-01-20', cost: 1.85 };
const THREE_DAYS = 72 * 3_600_000;

/** A server with four calls, which wants a second steward from now on. */
async function careful(): Promise<BookDesk> {
  const desk = await openBookDesk();
  await desk.services.addHedge(BOOK, STEWARD, CALLS);
  desk.set({ 'book.approvals': 1 });
  return desk;
}

describe('changes of a book that wants a second steward', () => {
  it('wait, and change nothing until somebody else approves', async () => {
    const { services } = await careful();
    await services.editLot(BOOK, STEWARD, { id: 'H1', quantity: 6 });
    const before = await services.readBook(BOOK);
    expect([before.positions.hedges, before.waiting, before.revision]).toEqual([[aCall()], 1, 1]);

    await expect(services.approveProposal('1', STEWARD, 'P1')).rejects.toBeInstanceOf(OwnProposal);
    const answer = await services.approveProposal('1', SECOND_STEWARD, 'P1');
    expect(answer).toMatchObject({ revision: 2, events: [{ by: STEWARD, approvedBy: SECOND_STEWARD }] });
    const after = await services.readBook(BOOK);
    expect([after.positions.hedges, after.waiting]).toEqual([[aCall({ quantity: 6 })], 0]);
  });

  it('are numbered, and listed until they are decided on', async () => {
    const { services } = await careful();
    await services.addHedge(BOOK, STEWARD, CALLS);
    await services.removeLot(BOOK, STEWARD, { id: 'H1' });
    await services.declineProposal('1', SECOND_STEWARD, 'P1');
    const { pending, settled } = await services.proposals('1');
    expect(pending.map(({ id }) => id)).toEqual(['P2']);
    expect(settled).toMatchObject([{ id: 'P1', standing: { state: 'declined', by: SECOND_STEWARD } }]);
    expect((await services.proposals('2')).pending).toEqual([]);
  });

  it('are done once when two stewards approve at the same moment', async () => {
    const { services } = await careful();
    await services.addHedge(BOOK, STEWARD, CALLS);
    const approved = await Promise.allSettled([
      services.approveProposal('1', SECOND_STEWARD, 'P1'),
      services.approveProposal('1', '1290000000000000025', 'P1'),
    ]);
    expect(approved.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(approved[1]).toMatchObject({ reason: { code: 'proposal-over', end: { state: 'approved' } } });
    expect((await services.readBook(BOOK)).lots).toHaveLength(2);
  });

  it('are refused when the lot was changed meanwhile, with what was changed', async () => {
    const { services, set } = await careful();
    await services.editLot(BOOK, STEWARD, { id: 'H1', quantity: 6 });
    set({ 'book.approvals': 0 });
    await services.editLot(BOOK, SECOND_STEWARD, { id: 'H1', cost: 2 });
    const refused = await services
      .approveProposal('1', SECOND_STEWARD, 'P1')
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProposalOver);
    expect(refused).toMatchObject({
      end: { state: 'outdated', lot: 'H1' },
      since: [{ kind: 'edited', by: SECOND_STEWARD }],
    });
    expect((await services.readBook(BOOK)).positions.hedges).toEqual([aCall({ cost: 2 })]);
  });

  it('end after 72 hours', async () => {
    const { services, turnTo } = await careful();
    await services.addHedge(BOOK, STEWARD, CALLS);
    await services.addHedge(BOOK, STEWARD, CALLS);
    turnTo(NOON + THREE_DAYS);
    const late = services.approveProposal('1', SECOND_STEWARD, 'P1');
    await expect(late).rejects.toMatchObject({ end: { state: 'expired' } });
    expect((await services.readBook(BOOK)).waiting).toBe(0);
    const { pending, settled } = await services.proposals('1');
    expect(pending).toEqual([]);
    expect(settled.map(({ standing }) => standing.state)).toEqual(['expired', 'expired']);
  });

  it('may be taken back by whoever made them', async () => {
    const { services } = await careful();
    await services.addHedge(BOOK, STEWARD, CALLS);
    expect(await services.declineProposal('1', STEWARD, 'P1')).toMatchObject({
      standing: { state: 'declined', by: STEWARD },
    });
    const again = services.declineProposal('1', SECOND_STEWARD, 'P1');
    await expect(again).rejects.toMatchObject({ end: { state: 'declined', by: STEWARD } });
  });

  it('are known in their own server alone', async () => {
    const { services } = await careful();
    await services.addHedge(BOOK, STEWARD, CALLS);
    await expect(services.approveProposal('2', SECOND_STEWARD, 'P1')).rejects.toBeInstanceOf(UnknownProposal);
    await expect(services.declineProposal('1', SECOND_STEWARD, 'P9')).rejects.toBeInstanceOf(UnknownProposal);
  });

  it('are not even proposed where the lot is not what it was looked at as', async () => {
    const { services } = await careful();
    const stale = services.editLot(BOOK, STEWARD, { id: 'H1', basis: 0, quantity: 6 });
    await expect(stale).rejects.toMatchObject({ code: 'lot-changed' });
    expect((await services.proposals('1')).pending).toEqual([]);
  });
});

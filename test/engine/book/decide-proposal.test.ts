import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookWrite, BookRecord } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { decideProposal, expiredProposals } from '#engine/book/decide-proposal.ts';
import { TERMS } from '#test/support/book/book-desk.ts';
import { aCall, aCondor, aProposal, booked, NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const HOUR = 3_600_000;

/** Everything that can happen to a proposal, in a word. */
const ACTS = ['approve', 'decline', 'approve own', 'take back', 'change lot', 'remove lot', 'wait'] as const;
type Act = (typeof ACTS)[number];

/** A proposal to edit the four calls, as they were at revision 1. */
const EDIT = aProposal({
  changes: [{ kind: 'edit', id: 'H1', basis: 1, was: aCall(), lot: aCall({ quantity: 6 }) }],
});

type World = { readonly book: BookRecord; readonly now: number; readonly proposal: Proposal };

const START: World = {
  book: { revision: 1, open: [booked(aCall())], ended: [], pending: [EDIT], proposalsMade: 1 },
  now: NOON,
  proposal: EDIT,
};

function after(world: World, act: Act): World {
  const { book, now } = world;
  switch (act) {
    case 'approve':
      return decided(world, 'approve', SECOND_STEWARD);
    case 'decline':
      return decided(world, 'decline', SECOND_STEWARD);
    case 'approve own':
      return decided(world, 'approve', STEWARD);
    case 'take back':
      return decided(world, 'decline', STEWARD);
    case 'change lot':
      return {
        ...world,
        book: {
          ...book,
          revision: book.revision + 1,
          open: book.open.map(({ lot }) => booked(lot, { revision: book.revision + 1 })),
        },
      };
    case 'remove lot':
      return { ...world, book: { ...book, revision: book.revision + 1, open: [] } };
    case 'wait':
      return { ...world, now: now + 72 * HOUR };
  }
}

function decided({ book, now, proposal }: World, says: 'approve' | 'decline', by: string): World {
  const { write } = decideProposal(book, { id: 'P1', says, by }, { ...TERMS, now });
  return { now, book: written(book, write), proposal: write.proposals[0] ?? proposal };
}

function written(book: BookRecord, { lots, events, proposals }: BookWrite): BookRecord {
  const ids = new Set(lots.map(({ lot }) => lot.id));
  const over = new Set(proposals.map(({ id }) => id));
  return {
    ...book,
    revision: book.revision + (events.length > 0 ? 1 : 0),
    open: [...book.open.filter(({ lot }) => !ids.has(lot.id)), ...lots],
    pending: book.pending.filter(({ id }) => !over.has(id)),
  };
}

/** How a proposal ends by what happened, told apart from the code: the first thing that ends it does. */
function expected(acts: readonly Act[]): Proposal['standing']['state'] {
  let isMoved = false;
  let isLate = false;
  for (const act of acts) {
    if (act === 'wait') {
      isLate = true;
    } else if (act === 'change lot' || act === 'remove lot') {
      isMoved = true;
    } else if (isLate) {
      return 'expired';
    } else if (act === 'decline' || act === 'take back') {
      return 'declined';
    } else if (act === 'approve') {
      return isMoved ? 'outdated' : 'approved';
    }
  }
  return 'pending';
}

describe('decideProposal', () => {
  it('ends as the first act that can end it says, in every order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ACTS, ...ACTS], { minLength: 1 }), (acts) => {
        const end = acts.reduce(after, START);
        expect([acts, end.proposal.standing.state]).toEqual([acts, expected(acts)]);
        const changed = end.book.open.some(({ lot }) => lot.quantity === 6);
        expect(end.proposal.standing.state === 'approved' || !changed).toBe(true);
      }),
    );
  });

  it('makes the change when a second steward approves, signed by both', () => {
    const { write, outcome } = decideProposal(
      START.book,
      { id: 'P1', says: 'approve', by: SECOND_STEWARD },
      TERMS,
    );
    expect(outcome.kind).toBe('approved');
    expect(write.lots).toEqual([booked(aCall({ quantity: 6 }), { revision: 2 })]);
    expect(write.events).toMatchObject([{ by: STEWARD, approvedBy: SECOND_STEWARD, at: NOON }]);
    expect(write.proposals[0]?.standing).toEqual({
      state: 'approved',
      by: SECOND_STEWARD,
      at: NOON,
      revision: 2,
    });
  });

  it('lets nobody approve their own, and leaves it waiting', () => {
    expect(decideProposal(START.book, { id: 'P1', says: 'approve', by: STEWARD }, TERMS)).toEqual({
      write: { lots: [], events: [], proposals: [] },
      outcome: { kind: 'own' },
    });
  });

  it('names the lot that is not what it was, and the revision it was looked at', () => {
    const { book } = after(START, 'change lot');
    const { write, outcome } = decideProposal(book, { id: 'P1', says: 'approve', by: SECOND_STEWARD }, TERMS);
    expect(outcome).toMatchObject({ kind: 'over', end: { state: 'outdated', lot: 'H1' }, basis: 1 });
    expect(write).toMatchObject({ lots: [], events: [] });
  });

  it('does not add what has settled while it waited', () => {
    const { id: _, ...lot } = aCondor({ expiry: '2026-12-02' });
    const book = { ...START.book, pending: [aProposal({ changes: [{ kind: 'add', lot }] })] };
    const terms = { ...TERMS, now: NOON + 48 * HOUR, today: '2026-12-03' };
    const { write, outcome } = decideProposal(book, { id: 'P1', says: 'approve', by: SECOND_STEWARD }, terms);
    expect(outcome).toMatchObject({ kind: 'over', end: { faults: [{ kind: 'expired' }] } });
    expect(write.lots).toEqual([]);
  });

  it('adds to a book that was changed meanwhile: adding is in nobody’s way', () => {
    const { book } = after({ ...START, book: { ...START.book, pending: [aProposal()] } }, 'change lot');
    const { outcome } = decideProposal(book, { id: 'P1', says: 'approve', by: SECOND_STEWARD }, TERMS);
    expect(outcome.kind).toBe('approved');
  });

  it('can be approved for 72 hours, and not at their end', () => {
    const verdict = { id: 'P1', says: 'approve', by: SECOND_STEWARD } as const;
    const at = (now: number): string =>
      decideProposal(START.book, verdict, { ...TERMS, now, today: '2026-12-04' }).outcome.kind;
    expect([at(EDIT.expiresAt - 1), at(EDIT.expiresAt)]).toEqual(['approved', 'over']);
    expect(expiredProposals(START.book, EDIT.expiresAt - 1)).toEqual([]);
    expect(expiredProposals(START.book, EDIT.expiresAt)).toMatchObject([{ standing: { state: 'expired' } }]);
  });

  it('knows nothing of proposals that do not wait', () => {
    const book = { ...START.book, pending: [] };
    expect(decideProposal(book, { id: 'P1', says: 'approve', by: SECOND_STEWARD }, TERMS).outcome).toEqual({
      kind: 'not-pending',
    });
  });
});

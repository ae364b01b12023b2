import { beforeEach, describe, expect, it } from 'vitest';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { SERVER } from '#test/support/ledger/ledger-entries.ts';
import { aCall, aCondor, addedEvent, aProposal, booked, NOON, STEWARD } from '#test/support/book/lots.ts';

const OTHER = '100000000000000009';
const BOOK: BookOwner = { server: SERVER };
const OWN: BookOwner = { server: SERVER, member: STEWARD };

/** What every ledger of books must keep, whatever stands behind it. */
export function describeBookLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of books`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    const add = (owner: BookOwner, ...lots: readonly Lot[]): Promise<void> =>
      ledger.changeBook(owner, () => ({
        write: {
          lots: lots.map((lot) => booked(lot)),
          events: lots.map((lot) => addedEvent(lot)),
          proposals: [],
        },
        result: undefined,
      }));

    it('knows a book that nobody ever wrote in as empty, at revision 0', async () => {
      expect(await ledger.openLots(BOOK)).toEqual({ revision: 0, open: [] });
      expect(await ledger.endedLots(BOOK)).toEqual([]);
      expect(await ledger.booksWithLots()).toEqual([]);
    });

    it('gives lots back as they were, in the order in which they were added', async () => {
      await add(BOOK, aCondor({ id: 'C2' }), aCall(), aCondor());
      expect(await ledger.openLots(BOOK)).toEqual({
        revision: 1,
        open: [booked(aCondor({ id: 'C2' })), booked(aCall()), booked(aCondor())],
      });
    });

    it('keeps the books of a server, of its members and of other servers apart', async () => {
      await add(BOOK, aCondor());
      await add(OWN, aCall());
      expect((await ledger.openLots(BOOK)).open).toEqual([booked(aCondor())]);
      expect((await ledger.openLots(OWN)).open).toEqual([booked(aCall())]);
      expect((await ledger.openLots({ server: OTHER })).open).toEqual([]);
      expect(await ledger.bookEvents(OWN, 9)).toEqual([addedEvent(aCall())]);
      expect(await ledger.booksWithLots()).toEqual([BOOK, OWN]);
    });

    it('moves a lot that has ended out of the open ones, and keeps it', async () => {
      await add(BOOK, aCondor(), aCall());
      const closed = booked(aCall(), { revision: 2, end: { how: 'closed', on: '2026-12-04', price: 2.5 } });
      await ledger.changeBook(BOOK, () => ({
        write: { lots: [closed], events: [addedEvent(aCall(), { kind: 'closed' })], proposals: [] },
        result: undefined,
      }));
      expect(await ledger.openLots(BOOK)).toEqual({ revision: 2, open: [booked(aCondor())] });
      expect(await ledger.endedLots(BOOK)).toEqual([closed]);
    });

    it('lists a server no longer that has nothing open', async () => {
      await add(BOOK, aCall());
      await ledger.changeBook(BOOK, () => ({
        write: {
          lots: [booked(aCall(), { end: { how: 'expired', on: '2027-01-20', at: NOON } })],
          events: [],
          proposals: [],
        },
        result: undefined,
      }));
      expect(await ledger.booksWithLots()).toEqual([]);
    });

    it('counts acts, not lots, and none that wrote nothing', async () => {
      await add(BOOK, aCondor(), aCall());
      await ledger.changeBook(BOOK, () => ({ write: { lots: [], events: [], proposals: [] }, result: 1 }));
      expect((await ledger.openLots(BOOK)).revision).toBe(1);
    });

    it('writes an act whole or not at all', async () => {
      const broken = { ...addedEvent(aCall()), at: Number.NaN };
      const act = ledger.changeBook(BOOK, () => ({
        write: {
          lots: [booked(aCondor())],
          events: [addedEvent(aCondor()), broken],
          proposals: [aProposal()],
        },
        result: undefined,
      }));
      await expect(act).rejects.toThrow(/./);
      expect(await ledger.openLots(BOOK)).toEqual({ revision: 0, open: [] });
      expect(await ledger.bookEvents(BOOK, 9)).toEqual([]);
      expect(await ledger.proposals(SERVER, 9)).toEqual([]);
    });

    it('writes nothing when the act refuses', async () => {
      const refused = ledger.changeBook(BOOK, () => {
        throw new RangeError('no');
      });
      await expect(refused).rejects.toThrow('no');
      await add(BOOK, aCondor());
      expect((await ledger.openLots(BOOK)).revision).toBe(1);
    });

    it('shows an act everything that the one before it wrote', async () => {
      const seen = (): Promise<number> =>
        ledger.changeBook(BOOK, ({ revision, open }) => ({
          write: {
            lots: [booked(aCondor({ id: `C${open.length + 1}` }))],
            events: [addedEvent(aCondor({ id: `C${open.length + 1}` }))],
            proposals: [],
          },
          result: revision,
        }));
      expect(await Promise.all([seen(), seen(), seen()])).toEqual([0, 1, 2]);
      expect((await ledger.openLots(BOOK)).open.map(({ lot }) => lot.id)).toEqual(['C1', 'C2', 'C3']);
    });

    it('remembers what happened: of a book newest first, of a lot oldest first', async () => {
      await add(BOOK, aCondor(), aCall());
      const edited = addedEvent(aCall(), { kind: 'edited', revision: 2, before: aCall() });
      await ledger.changeBook(BOOK, () => ({
        write: { lots: [], events: [edited], proposals: [] },
        result: undefined,
      }));
      expect((await ledger.bookEvents(BOOK, 2)).map(({ kind, id }) => [kind, id])).toEqual([
        ['edited', 'H1'],
        ['added', 'H1'],
      ]);
      expect((await ledger.lotEvents(BOOK, 'H1')).map(({ kind }) => kind)).toEqual(['added', 'edited']);
    });

    it("shows a server's act the proposals that wait, and a member's none", async () => {
      await ledger.changeBook(BOOK, () => ({
        write: {
          lots: [],
          events: [],
          proposals: [aProposal(), aProposal({ id: 'P2', standing: { state: 'expired', at: 5 } })],
        },
        result: undefined,
      }));
      const look = (owner: BookOwner): Promise<readonly unknown[]> =>
        ledger.changeBook(owner, ({ pending, proposalsMade }) => ({
          write: { lots: [], events: [], proposals: [] },
          result: [pending, proposalsMade],
        }));
      expect(await look(BOOK)).toEqual([[aProposal()], 2]);
      expect(await look(OWN)).toEqual([[], 0]);
      expect(await look({ server: OTHER })).toEqual([[], 0]);
    });

    it('keeps what became of a proposal, and lists them newest first', async () => {
      const declined = aProposal({ standing: { state: 'declined', by: STEWARD, at: 9 } });
      for (const proposal of [aProposal(), aProposal({ id: 'P2' }), declined]) {
        await ledger.changeBook(BOOK, () => ({
          write: { lots: [], events: [], proposals: [proposal] },
          result: undefined,
        }));
      }
      expect(await ledger.proposal(SERVER, 'P1')).toEqual(declined);
      expect(await ledger.proposal(OTHER, 'P1')).toBeUndefined();
      expect((await ledger.proposals(SERVER, 9)).map(({ id }) => id)).toEqual(['P2', 'P1']);
    });
  });
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookedLot, BookRecord } from '#domain/book/book-record.ts';
import type { LotChange, NewLot } from '#domain/book/lot-draft.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import { aCall, aCondor, booked, NOON, STEWARD } from '#test/support/book/lots.ts';

const { id: _condorId, ...CONDOR } = aCondor();
const { id: _callId, ...CALL } = aCall();

function aBook(open: readonly BookedLot[], ended: readonly BookedLot[] = []): BookRecord {
  return { revision: 7, open, ended, pending: [], proposalsMade: 0 };
}

function make(book: BookRecord, ...changes: readonly LotChange[]): ReturnType<typeof applyChanges> {
  return applyChanges(book, { changes, by: STEWARD, at: NOON });
}

describe('applyChanges', () => {
  it('numbers condors and hedges each for themselves', () => {
    const done = make(
      aBook([]),
      { kind: 'add', lot: CALL },
      { kind: 'add', lot: CONDOR },
      { kind: 'add', lot: CALL },
    );
    expect(done).toMatchObject({
      lots: [{ lot: { id: 'H1' } }, { lot: { id: 'C1' } }, { lot: { id: 'H2' } }],
    });
  });

  it('never gives a number again, not even that of a lot removed as a mistake', () => {
    const removed = booked(aCondor({ id: 'C9' }), { end: { how: 'removed' } });
    expect(
      make(aBook([booked(aCondor({ id: 'C2' }))], [removed]), { kind: 'add', lot: CONDOR }),
    ).toMatchObject({
      events: [{ kind: 'added', id: 'C10' }],
    });
  });

  it('signs every event with who, when, and the revision that it made', () => {
    const done = applyChanges(aBook([]), {
      changes: [{ kind: 'add', lot: CONDOR }],
      by: STEWARD,
      approvedBy: '9',
      at: NOON,
    });
    expect(done).toMatchObject({
      lots: [{ revision: 8 }],
      events: [{ revision: 8, by: STEWARD, approvedBy: '9', at: NOON, after: aCondor() }],
    });
  });

  it('keeps what a lot was before an edit and after it', () => {
    const change: LotChange = { kind: 'edit', id: 'H1', basis: 1, was: aCall(), lot: aCall({ quantity: 3 }) };
    expect(make(aBook([booked(aCall())]), change)).toEqual({
      kind: 'applied',
      lots: [{ lot: aCall({ quantity: 3 }), revision: 8 }],
      events: [
        {
          kind: 'edited',
          id: 'H1',
          revision: 8,
          before: aCall(),
          after: aCall({ quantity: 3 }),
          by: STEWARD,
          at: NOON,
        },
      ],
    });
  });

  it('closes a lot with its price and day, which its cash flow is', () => {
    const change: LotChange = {
      kind: 'close',
      id: 'H1',
      basis: 1,
      was: aCall(),
      on: '2026-12-01',
      price: 2.5,
    };
    expect(make(aBook([booked(aCall())]), change)).toMatchObject({
      lots: [{ lot: aCall(), end: { how: 'closed', on: '2026-12-01', price: 2.5 } }],
      events: [{ kind: 'closed', before: aCall() }],
    });
  });

  it('splits off what is closed of a lot, and loses no contract', () => {
    const change: LotChange = {
      kind: 'close',
      id: 'H1',
      basis: 1,
      was: aCall(),
      on: '2026-12-01',
      quantity: 1,
    };
    const done = make(aBook([booked(aCall())]), change);
    expect(done).toMatchObject({
      lots: [
        { lot: aCall({ quantity: 3 }) },
        { lot: aCall({ id: 'H2', quantity: 1 }), end: { how: 'closed' } },
      ],
      events: [
        { kind: 'edited', id: 'H1' },
        { kind: 'closed', id: 'H2', splitFrom: 'H1' },
      ],
    });
  });

  it('refuses a lot that was changed since it was looked at, and everything beside it', () => {
    const change: LotChange = { kind: 'remove', id: 'H1', basis: 1, was: aCall() };
    const changed = booked(aCall({ quantity: 3 }), { revision: 5 });
    expect(make(aBook([changed]), { kind: 'add', lot: CONDOR }, change)).toEqual({
      kind: 'stale',
      id: 'H1',
      basis: 1,
    });
  });

  it('says of a lot that is gone how it went', () => {
    const change: LotChange = { kind: 'remove', id: 'H1', basis: 1, was: aCall() };
    expect(make(aBook([]), change)).toEqual({ kind: 'gone', id: 'H1' });
    const closed = booked(aCall(), { end: { how: 'closed', on: '2026-12-01' } });
    expect(make(aBook([], [closed]), change)).toEqual({ kind: 'gone', id: 'H1', ended: 'closed' });
  });

  it('gives no two lots of a book the same name, whatever is added', () => {
    const lots = fc.array(fc.constantFrom<NewLot>(CONDOR, CALL), { maxLength: 40 });
    fc.assert(
      fc.property(lots, lots, (first, second) => {
        const one = make(aBook([]), ...first.map((lot): LotChange => ({ kind: 'add', lot })));
        const open = one.kind === 'applied' ? one.lots : [];
        const other = make(aBook(open), ...second.map((lot): LotChange => ({ kind: 'add', lot })));
        const all = [...open, ...(other.kind === 'applied' ? other.lots : [])].map(({ lot }) => lot.id);
        expect(new Set(all).size).toBe(first.length + second.length);
      }),
    );
  });
});

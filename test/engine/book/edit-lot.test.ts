import { describe, expect, it } from 'vitest';
import type { Lot } from '#domain/book/lot.ts';
import type { LotEdit } from '#domain/book/lot-draft.ts';
import { lotFaultText } from '#discord/views/book/lot-fault-text.ts';
import { editLot } from '#engine/book/edit-lot.ts';
import { TERMS } from '#test/support/book/book-desk.ts';
import { aCall, aCondor } from '#test/support/book/lots.ts';

const FUTURE: Lot = {
  id: 'H2',
  kind: 'hedge',
  instrument: 'VXM',
  quantity: 1,
  openedOn: '2026-12-01',
  expiry: '2027-01-20',
};
const SHARES: Lot = { id: 'H3', kind: 'hedge', instrument: 'VXX', quantity: 9, openedOn: '2026-12-01' };

describe('editLot', () => {
  it.each<[string, Lot, LotEdit, Lot]>([
    ['condors', aCondor(), { quantity: 8, credit: 11 }, aCondor({ quantity: 8, credit: 11 })],
    [
      'the legs of condors',
      aCondor(),
      { strikes: '5500/5600/6250/6350', settlement: 'AM' },
      aCondor({
        settlement: 'AM',
        strikes: { longPut: 5500, shortPut: 5600, shortCall: 6250, longCall: 6350 },
      }),
    ],
    ['calls', aCall(), { strike: 25, right: 'put', cost: 2 }, aCall({ strike: 25, right: 'put', cost: 2 })],
    ['a future', FUTURE, { quantity: 3 }, { ...FUTURE, quantity: 3 }],
    ['shares', SHARES, { cost: 40, openedOn: '2026-11-30' }, { ...SHARES, cost: 40, openedOn: '2026-11-30' }],
  ])('changes what is named of %s, and nothing else', (_, lot, edit, edited) => {
    expect(editLot(lot, edit, TERMS)).toEqual({ meant: edited });
  });

  it('moves a layer along that followed from the expiry, and leaves one alone that somebody chose', () => {
    const moved = editLot(aCall(), { expiry: '2027-03-17' }, TERMS);
    expect(moved).toEqual({ meant: aCall({ expiry: '2027-03-17', layer: 'medium' }) });
    const chosen = editLot(aCall({ layer: 'long' }), { expiry: '2027-03-17' }, TERMS);
    expect(chosen).toEqual({ meant: aCall({ expiry: '2027-03-17', layer: 'long' }) });
    expect(editLot(aCall(), { layer: 'long' }, TERMS)).toEqual({ meant: aCall({ layer: 'long' }) });
  });

  it.each<[Lot, LotEdit, string]>([
    [aCondor(), { strike: 25 }, 'condor does not have a strike'],
    [aCondor(), { layer: 'short' }, 'condor does not have a layer'],
    [aCall(), { strikes: '5600/5700/6250/6350' }, 'VIX does not have strikes of four legs'],
    [FUTURE, { right: 'put' }, 'VXM does not have call or put'],
    [SHARES, { expiry: '2027-01-20' }, 'VXX does not have an expiry'],
    [aCall(), { quantity: 0 }, 'A quantity of 0'],
    [aCall(), { expiry: '2026-12-18' }, 'No VIX options settle on 2026-12-18'],
    [aCondor(), { strikes: '5600/5700' }, 'no four strikes'],
    [aCondor(), { credit: 100 }, 'for a wing of 100'],
    [aCall(), { openedOn: '2026-12-24' }, 'has not come yet'],
  ])('refuses for %o to become %o', (lot, edit, sentence) => {
    const edited = editLot(lot, edit, TERMS);
    expect('faults' in edited ? edited.faults.map(lotFaultText).join() : 'taken').toContain(sentence);
  });
});

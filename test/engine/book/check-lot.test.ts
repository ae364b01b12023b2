import { describe, expect, it } from 'vitest';
import type { NewLot } from '#domain/book/lot-draft.ts';
import { lotFaultText } from '#discord/views/book/lot-fault-text.ts';
import { checkLot } from '#engine/book/check-lot.ts';
import { TERMS } from '#test/support/book/book-desk.ts';
import { aCall, aCondor } from '#test/support/book/lots.ts';

const FUTURE: NewLot = {
  kind: 'hedge',
  instrument: 'VX',
  quantity: 1,
  openedOn: '2026-12-01',
  expiry: '2027-01-20',
};
const SHARES: NewLot = { kind: 'hedge', instrument: 'VXX', quantity: 500, openedOn: '2026-12-01' };

function strikes(longPut: number, shortPut: number, shortCall: number, longCall: number): NewLot {
  return aCondor({ strikes: { longPut, shortPut, shortCall, longCall } });
}

/** What cannot be, and the sentence that says what would do. Noon of Tuesday 2026-12-01 in New York. */
const REFUSED: readonly (readonly [what: string, lot: NewLot, sentence: string])[] = [
  ['no condors', aCondor({ quantity: 0 }), 'A quantity of 0 cannot be: it takes a whole number from 1'],
  ['a negative quantity', aCall({ quantity: -4 }), 'A quantity of -4 cannot be'],
  ['half a contract', aCall({ quantity: 2.5 }), 'A quantity of 2.5 cannot be'],
  ['a quantity that is no number', aCall({ quantity: Number.NaN }), 'A quantity of NaN cannot be'],
  ['a quantity nobody holds', aCall({ quantity: 1_000_001 }), 'from 1 to 1,000,000'],
  ['a strike of 0', aCall({ strike: 0 }), 'A strike of 0 cannot be: it takes a number above 0'],
  ['a negative strike', aCall({ strike: -22 }), 'A strike of -22 cannot be'],
  ['a strike without end', aCall({ strike: Number.POSITIVE_INFINITY }), 'A strike of Infinity cannot be'],
  ['a negative strike of a condor', strikes(-5600, 5700, 6250, 6350), 'A strike of -5600 cannot be'],
  ['strikes that fall', strikes(6350, 6250, 5700, 5600), '`6350/6250/5700/5600` do not'],
  ['two equal strikes', strikes(5600, 5700, 5700, 6350), 'Strikes must rise from the long put'],
  ['a negative cost', aCall({ cost: -1.85 }), 'A cost of -1.85 cannot be: it takes 0 or more'],
  ['a negative credit', aCondor({ credit: -12.5 }), 'A credit of -12.5 cannot be'],
  ['a credit in dollars', aCondor({ credit: 1250 }), 'A credit of 1250 points for a wing of 100 cannot be'],
  [
    'a VIX call for a Friday',
    aCall({ expiry: '2026-12-18' }),
    '2026-12-18. Nearest: `2026-12-16`, `2026-12-23`',
  ],
  // 2027-06-18 is a holiday (Juneteenth observed), so the May expiration is the Tuesday.
  ['a Wednesday before a holiday', { ...FUTURE, expiry: '2027-05-19' }, '`2027-05-18`'],
  ['a weekly months ahead', aCall({ expiry: '2027-06-23' }), 'Nearest: `2027-06-16`, `2027-07-21`'],
  ['a VIX future for a Monday', { ...FUTURE, expiry: '2027-01-18' }, 'No VIX futures settle on 2027-01-18'],
  [
    'AM condors off the third Friday',
    aCondor({ settlement: 'AM', expiry: '2027-01-22' }),
    'Nearest: `2027-01-15`, `2027-02-19`',
  ],
  [
    'condors for a Saturday',
    aCondor({ expiry: '2027-01-16' }),
    'SPX options with PM settlement settle on 2027-01-16',
  ],
  ['condors for Christmas', aCondor({ expiry: '2026-12-25' }), 'Nearest: `2026-12-24`, `2026-12-28`'],
  // 2027-01-01 is a Friday and a holiday: the expiration of that week was this morning, Tuesday.
  [
    'what has settled',
    aCall({ expiry: '2026-11-18', openedOn: '2026-11-02' }),
    'What expires on 2026-11-18 has settled already. Nearest: `2026-12-09`',
  ],
  ['what settles after the known holidays', aCondor({ expiry: '2031-01-17' }), '2031-01-17 lies beyond'],
  ['a VIX expiry whose rule needs later holidays', aCall({ expiry: '2028-12-20' }), '2028-12-20 lies beyond'],
  [
    'a day that no calendar has',
    aCondor({ expiry: '2027-02-30' }),
    '`2027-02-30` is no day. Type it as `2026-12-16`',
  ],
  ['a day in another form', aCondor({ expiry: '15.01.2027' }), '`15.01.2027` is no day'],
  ['an opening that has not come', aCall({ openedOn: '2026-12-02' }), '2026-12-02 has not come yet'],
  [
    'an opening on Thanksgiving',
    aCall({ openedOn: '2026-11-26' }),
    'Nothing was traded on 2026-11-26: exchanges were closed. Nearest: `2026-11-25`, `2026-11-27`',
  ],
  ['shares bought tomorrow', { ...SHARES, openedOn: '2026-12-02' }, 'has not come yet'],
];

describe('checkLot', () => {
  it.each([
    ['ten condors', aCondor()],
    ['condors that settle in the morning of a third Friday', aCondor({ settlement: 'AM' })],
    ['condors that settle today', aCondor({ expiry: '2026-12-01' })],
    ['calls of a monthly expiration', aCall()],
    ['calls of a weekly nearby', aCall({ expiry: '2026-12-09' })],
    ['calls given for nothing', aCall({ cost: 0 })],
    ['a monthly expiration that is a Tuesday', { ...FUTURE, expiry: '2027-05-18' }],
    ['a future', FUTURE],
    ['shares', SHARES],
  ])('takes %s', (_, lot) => {
    expect(checkLot(lot, TERMS)).toEqual([]);
  });

  it.each(REFUSED)('refuses %s and says what would do', (_, lot, sentence) => {
    expect(checkLot(lot, TERMS).map(lotFaultText).join('\n')).toContain(sentence);
  });

  it('takes a call until 09:30 of its last morning, and not then', () => {
    const lot = aCall({ expiry: '2026-12-16' });
    const terms = { ...TERMS, today: '2026-12-16' };
    expect(checkLot(lot, { ...terms, now: Date.UTC(2026, 11, 16, 14, 29) })).toEqual([]);
    const [fault] = checkLot(lot, { ...terms, now: Date.UTC(2026, 11, 16, 14, 30) });
    expect(fault).toMatchObject({ kind: 'expired', nearest: ['2026-12-23'] });
  });

  it('tells everything that is wrong at once', () => {
    const kinds = checkLot(aCall({ quantity: 0, strike: -1, cost: -1, expiry: '2026-12-18' }), TERMS);
    expect(kinds.map(({ kind }) => kind)).toEqual(['quantity', 'not-positive', 'negative', 'not-listed']);
  });
});

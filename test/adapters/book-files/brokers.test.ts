import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { faultsOf, lotsOf, OPENED, readText } from './book-file-text.ts';

const fixture = (name: string): Promise<string> =>
  readFile(new URL(`../../fixtures/book-files/${name}.csv`, import.meta.url), 'utf8');
const thinkorswim = await fixture('thinkorswim');
const interactiveBrokers = await fixture('interactive-brokers');

/** What was left out, in short: `14 unpaired: -2 SPX 2026-01-30 PM 6500 put`. */
function ignoredOf(text: string): readonly string[] {
  const reading = readText(text);
  return reading.kind === 'read'
    ? reading.ignored.map(({ place, what, why }) => `${place.number} ${why}: ${what}`)
    : [];
}

const VIX_CALLS = {
  kind: 'hedge',
  instrument: 'VIX',
  right: 'call',
  strike: 30,
  expiry: '2026-03-18',
  cost: 0.85,
  openedOn: OPENED,
};
const JANUARY = {
  kind: 'condor',
  openedOn: OPENED,
  expiry: '2026-01-16',
  settlement: 'AM',
  strikes: { longPut: 6500, shortPut: 6600, shortCall: 7100, longCall: 7200 },
};

describe('a Position Statement of thinkorswim', () => {
  it('gives condors of its legs, VIX options and shares', () => {
    expect(readText(thinkorswim)).toMatchObject({ source: 'thinkorswim', unknownColumns: [] });
    expect(lotsOf(thinkorswim)).toEqual([
      { ...JANUARY, quantity: 2, credit: 8.05 },
      {
        kind: 'condor',
        quantity: 1,
        openedOn: OPENED,
        expiry: '2026-01-30',
        settlement: 'PM',
        strikes: { longPut: 6400, shortPut: 6500, shortCall: 7150, longCall: 7250 },
        credit: 10,
      },
      { ...VIX_CALLS, quantity: 4 },
      { kind: 'hedge', instrument: 'VXX', quantity: 50, cost: 32.1, openedOn: OPENED },
    ]);
  });

  it('lists what no lot was made of, but what was closed', () => {
    expect(ignoredOf(thinkorswim)).toEqual([
      '6 other-instrument: +1 Micro E-mini S&P 500, Mar-26 (prev. /MESH6)',
      '14 unpaired: -2 SPX 2026-01-30 PM 6500 put',
      '20 short: -1 VIX 2026-03-18 20 put',
      '23 other-instrument: +100 SPDR S&P500 ETF TRUST TR UNIT ETF',
      '24 other-instrument: +10 100 16 JAN 26 677 PUT',
    ]);
  });

  it('says which rows a condor is made of', () => {
    expect(readText(thinkorswim)).toMatchObject({
      lots: expect.arrayContaining([
        expect.objectContaining({ places: [9, 10, 11, 12].map((number) => ({ in: 'line', number })) }),
      ]),
    });
  });

  it('names the column that it cannot read as the broker does', () => {
    expect(faultsOf(thinkorswim.replace('PUT,+2,18,4.10', 'PUT,two,18,four'))).toEqual([
      '9 Qty no-number',
      '9 Trade Price no-number',
    ]);
  });

  it('counts shares once whether or not their product has a row of its own', () => {
    const named = thinkorswim.replace(
      'VXX,+50,,32.10,31.80,-.31,($15.00),($15.00),',
      'VXX,+50,,32.10,31.80,-.31,($15.00),($15.00),\nIPATH S&P 500 VIX,+50,,32.10,31.80,-.31,,,',
    );
    expect(lotsOf(named)).toEqual(lotsOf(thinkorswim));
  });
});

describe('an Activity Statement of Interactive Brokers', () => {
  it('gives condors of its legs, VIX options and shares', () => {
    expect(readText(interactiveBrokers)).toMatchObject({ source: 'interactive-brokers', unknownColumns: [] });
    expect(lotsOf(interactiveBrokers)).toEqual([
      { kind: 'hedge', instrument: 'UVXY', quantity: 30, cost: 25.5, openedOn: OPENED },
      { ...JANUARY, quantity: 4, credit: 8.0434 },
      { ...VIX_CALLS, quantity: 1_000 },
    ]);
  });

  it('lists what no lot was made of', () => {
    expect(ignoredOf(interactiveBrokers)).toEqual([
      '8 other-instrument: 100 AAPL',
      '16 unpaired: 2 SPX 2026-01-30 PM 6400 put',
      '19 future: 2 VXMH6',
    ]);
  });

  it('lists columns that its guide does not have', () => {
    const reading = readText(interactiveBrokers.replace('Unrealized P/L,Code', 'Unrealized P/L,Mood'));
    expect(reading).toMatchObject({ unknownColumns: ['Mood'] });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTickets } from '#engine/ticket/read-tickets.ts';

const TODAY = '2026-09-24';
const call = { instrument: 'VIX', right: 'call', strike: 20, expiry: '2026-10-22' } as const;

describe('readTickets', () => {
  it.each([
    ['BTO 3 VIX 10/22/26 20C @1.05'],
    ['bto 3 vix 10/22/2026 20c @ $1.05'],
    ['BTO 3x VIX 22 Oct 2026 20 call 1.05'],
    ['BUY 3 VIX 2026-10-22 20 C at 1.05'],
    ['Bought 3 VIX Oct 22, 2026 $20 Calls for 1.05'],
    ['BOT +3 VIX 100 (Weeklys) 22 OCT 26 20 CALL @1.05 CBOE'],
    ['Buy to open 3 VIX 22OCT26 C20 @1.05'],
    ['BTO 3 VIX Oct 22 20C @1.05'],
    ['BTO 3 VIX 10/22 20C @1.05'],
    ['BTO 3 VIX261022C00020000 @1.05'],
    ['BTO 3 .VIXW261022C20 @1.05'],
    ['`BTO 3 VIX 10/22/26 20C @1.05`'],
  ])('reads %s', (line) => {
    expect(readTickets(line, TODAY)).toEqual({
      kind: 'tickets',
      tickets: [{ side: 'buy', quantity: 3, ...call, price: 1.05 }],
    });
  });

  it.each([
    ['STC 2 VIX 10/22/26 20C @2.40', { side: 'sell', quantity: 2, ...call, price: 2.4 }],
    ['SOLD -2 VIX 10/22/26 20C @2.40', { side: 'sell', quantity: 2, ...call, price: 2.4 }],
    ['BTO 1,200 VIX 10/22/26 20C', { side: 'buy', quantity: 1200, ...call }],
    [
      'BTO 1 VIX 10/22/26 17.5P @0',
      { side: 'buy', quantity: 1, ...call, right: 'put', strike: 17.5, price: 0 },
    ],
    [
      'BTO 2 VX 10/21/26 @18.50',
      { side: 'buy', quantity: 2, instrument: 'VX', expiry: '2026-10-21', price: 18.5 },
    ],
    [
      'BTO 2 VXM 21 Oct 2026 @18.5',
      { side: 'buy', quantity: 2, instrument: 'VXM', expiry: '2026-10-21', price: 18.5 },
    ],
    ['BTO 100 shares VXX @45.10', undefined],
    ['BTO 100 VXX @45.10', { side: 'buy', quantity: 100, instrument: 'VXX', price: 45.1 }],
    ['STC 50 UVXY 31.20', { side: 'sell', quantity: 50, instrument: 'UVXY', price: 31.2 }],
  ])('reads %s as what it says', (line, ticket) => {
    const reading = readTickets(line, TODAY);
    expect(reading.kind === 'tickets' ? reading.tickets : undefined).toEqual(ticket && [ticket]);
  });

  it('takes a day without a year for the next one to come', () => {
    const reading = readTickets('BTO 1 VIX 1/20 20C', TODAY);
    expect(reading).toMatchObject({ tickets: [{ expiry: '2027-01-20' }] });
  });

  it('reads several lines in their order and passes over empty ones', () => {
    const reading = readTickets('BTO 2 VIX 10/22/26 20C @1.05\n\nBTO 1 VIX 1/20/27 22C @2.10\r\n', TODAY);
    expect(reading).toMatchObject({ tickets: [{ quantity: 2 }, { quantity: 1, strike: 22 }] });
  });

  it.each([
    ['VIX 10/22/26 20C', { part: 'side', value: 'VIX' }],
    ['HOLD 3 VIX 10/22/26 20C', { part: 'side', value: 'HOLD' }],
    ['BTO VIX 10/22/26 20C', { part: 'quantity', value: 'VIX' }],
    ['BTO 0 VIX 10/22/26 20C', { part: 'quantity', value: '0' }],
    ['BTO -3 VIX 10/22/26 20C', { part: 'quantity', value: '-3' }],
    ['BTO 1.5 VIX 10/22/26 20C', { part: 'quantity', value: '1.5' }],
    ['BTO 3 SPX 10/22/26 20C', { part: 'instrument', value: 'SPX' }],
    ['BTO 3 VIX 13/45/26 20C', { part: 'expiry', value: '13/45/26' }],
    ['BTO 3 VIX 20C', { part: 'expiry' }],
    ['BTO 3 VIX 10/22/26', { part: 'strike' }],
    ['BTO 3 VIX 10/22/26 20C @-1.05', { part: 'price', value: '-1.05' }],
    ['BTO 3 VIX 10/22/26 20C @ many', { part: 'price', value: '@ MANY' }],
    ['BTO 3 VIX 10/22/26 20C @1.05 and a beer', { part: 'rest', value: 'AND A BEER' }],
    ['BTO 3 VX @18.5', { part: 'expiry' }],
  ])('quotes back what it does not understand of %s', (line, fault) => {
    expect(readTickets(line, TODAY)).toEqual({ kind: 'faults', faults: [{ line, ...fault }] });
  });

  it('takes nothing of a text of which one line cannot be read, and names every such line', () => {
    const reading = readTickets('BTO 2 VIX 10/22/26 20C\nSTC x\nBTO 1 AAPL', TODAY);
    expect(reading).toMatchObject({ kind: 'faults', faults: [{ line: 'STC x' }, { line: 'BTO 1 AAPL' }] });
  });

  it('refuses an empty text and one of more than 40 lines', () => {
    expect(readTickets(' \n ', TODAY)).toEqual({ kind: 'faults', faults: [{ line: '', part: 'rest' }] });
    expect(readTickets('BTO 1 VXX\n'.repeat(41), TODAY)).toMatchObject({ faults: [{ value: '41 lines' }] });
    expect(readTickets('BTO 1 VXX\n'.repeat(40), TODAY).kind).toBe('tickets');
  });

  it('reads no more than 200 characters a line', () => {
    expect(readTickets(`BTO 1 VXX${' '.repeat(192)}@45`, TODAY)).toMatchObject({
      faults: [{ part: 'rest' }],
    });
  });

  it('answers any text with tickets that could be traded, or with faults', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (text) => {
        const reading = readTickets(text, TODAY);
        if (reading.kind === 'faults') {
          return reading.faults.length > 0;
        }
        return reading.tickets.every(
          ({ quantity, price }) => Number.isSafeInteger(quantity) && quantity >= 1 && (price ?? 0) >= 0,
        );
      }),
    );
  });

  it('reads back every ticket that it is written as', () => {
    const day = fc.date({ min: new Date('2026-09-24'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        day,
        fc.integer({ min: 2, max: 300 }),
        fc.integer({ min: 0, max: 9_999 }),
        (quantity, date, halves, cents) => {
          const expiry = date.toISOString().slice(0, 10);
          const [year, month, dayOfMonth] = expiry.split('-');
          const strike = halves / 2;
          const price = cents / 100;
          const line = `BTO ${quantity} VIX ${month}/${dayOfMonth}/${year} ${strike}C @${price.toFixed(2)}`;
          expect(readTickets(line, TODAY)).toEqual({
            kind: 'tickets',
            tickets: [{ side: 'buy', quantity, instrument: 'VIX', right: 'call', strike, expiry, price }],
          });
        },
      ),
    );
  });
});

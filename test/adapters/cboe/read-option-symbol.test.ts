import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOptionSymbol } from '#adapters/cboe/read-option-symbol.ts';

const root = fc.constantFrom('SPX', 'SPXW', 'VIX', 'VIXW');
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const thousandths = fc.integer({ min: 1, max: 99_999_999 });
const right = fc.constantFrom('call', 'put');

describe('readOptionSymbol', () => {
  it('reads a weekly of the S&P 500 as settling on the close', () => {
    expect(readOptionSymbol('SPXW240105C04700000')).toEqual({
      root: 'SPX',
      expiry: '2024-01-05',
      settlement: 'PM',
      strike: 4700,
      right: 'call',
    });
  });

  it('tells the morning expiry of a third Friday from the one on its close', () => {
    expect(readOptionSymbol('SPX240119P03525000')?.settlement).toBe('AM');
    expect(readOptionSymbol('SPXW240119P03525000')?.settlement).toBe('PM');
  });

  it('lets every VIX option settle in the morning', () => {
    expect(readOptionSymbol('VIX240117C00013500')).toMatchObject({ settlement: 'AM', strike: 13.5 });
    expect(readOptionSymbol('VIXW240110C00013500')).toMatchObject({ root: 'VIX', settlement: 'AM' });
  });

  it('reads back every option that could be written', () => {
    fc.assert(
      fc.property(root, day, right, thousandths, (name, expiry, side, strike) => {
        const digits = expiry.slice(2).replaceAll('-', '');
        const symbol = `${name}${digits}${side === 'call' ? 'C' : 'P'}${String(strike).padStart(8, '0')}`;
        expect(readOptionSymbol(symbol)).toEqual({
          root: name.slice(0, 3),
          expiry,
          settlement: name === 'SPXW' ? 'PM' : 'AM',
          strike: strike / 1000,
          right: side,
        });
      }),
    );
  });

  it('takes no other text for an option', () => {
    fc.assert(fc.property(fc.string({ maxLength: 24 }), (text) => readOptionSymbol(text) === undefined));
  });

  it.each([
    ['another root', 'XSP240105C00470000'],
    ['a day that no calendar has', 'SPX240230C04700000'],
    ['a month that no calendar has', 'SPX241301C04700000'],
    ['a strike of 0', 'SPX240105C00000000'],
    ['a side that is neither', 'SPX240105X04700000'],
    ['a strike of seven digits', 'SPX240105C0470000'],
    ['something behind it', 'SPX240105C04700000.'],
  ])('refuses %s', (_, symbol) => {
    expect(readOptionSymbol(symbol)).toBeUndefined();
  });
});

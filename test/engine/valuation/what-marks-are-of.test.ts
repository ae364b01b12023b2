import { describe, expect, it } from 'vitest';
import type { Hedge } from '#domain/book/lot.ts';
import type { ListedOption, ManualMark, Marks, OptionQuote } from '#domain/book/mark.ts';
import type { SettlementClock } from '#domain/hedge/valuation.ts';
import { priceBook, priceSources } from '#engine/valuation/price-book.ts';
import {
  PLACE,
  vixCalls,
  WORKED_AS_OF,
  WORKED_CLOCK,
  WORKED_CONDOR,
  WORKED_MARKS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const DAY = 86_400_000;
const EXPIRY = '2026-02-04';
const OPTION: ListedOption = { root: 'VIX', expiry: EXPIRY, settlement: 'AM', strike: 25, right: 'call' };
const TERMS = { forward: 18.5, rate: 0.04, settlesAt: WORKED_AS_OF + 30 * DAY };
const LOT = { kind: 'hedge', layer: 'short', openedOn: '2026-01-05', quantity: 3 } as const;
const VX: Hedge = { ...LOT, id: 'F1', instrument: 'VX', expiry: EXPIRY };
const VXX: Hedge = { ...LOT, id: 'S1', instrument: 'VXX' };
const SHARES = [{ ...PLACE, symbol: 'VXX', price: 50 }] as const;

function byHand(of: ManualMark['of'], unit: ManualMark['unit'], value: number): ManualMark {
  return { of, unit, value, by: '7', at: WORKED_AS_OF };
}

function volatilityOf(marks: Partial<Marks>, option = OPTION) {
  return workedSources({ chains: {}, ...marks }).volatilities(option, TERMS);
}

describe('a volatility that somebody set by hand', () => {
  const set = byHand({ kind: 'option', ...OPTION }, 'volatility', 0.9);

  it('counts for the very option that it was set for', () => {
    expect(volatilityOf({ manual: [set] })).toEqual({
      value: 0.9,
      basis: 'manual',
      source: '7',
      quality: 'manual',
      asOf: WORKED_AS_OF,
    });
  });

  it.each([
    { root: 'SPX' },
    { expiry: '2026-04-25' },
    { settlement: 'PM' },
    { strike: 26 },
    { right: 'put' },
  ] as const)('counts for none that differs in %o', (otherwise) => {
    expect(volatilityOf({ manual: [set] }, { ...OPTION, ...otherwise })).toBe('no-volatility');
  });

  it('does not count at zero, nor where it was set for something else', () => {
    expect(volatilityOf({ manual: [{ ...set, value: 0 }] })).toBe('no-volatility');
    const future = byHand({ kind: 'future', expiry: EXPIRY }, 'volatility', 0.9);
    expect(volatilityOf({ manual: [future] })).toBe('no-volatility');
  });

  it('comes before what a price implies that was set as well', () => {
    const price = byHand({ kind: 'option', ...OPTION }, 'price', 0.5);
    expect(volatilityOf({ manual: [set, price] })).toMatchObject({ value: 0.9 });
    const implied = volatilityOf({ manual: [price] });
    expect(implied).toMatchObject({ basis: 'manual', source: '7' });
    // Black (1976) at 1.0475: 18.5, 25, 30 days and 4 % make 0.500.
    expect(typeof implied === 'object' ? implied.value : 0).toBeGreaterThan(0.8);
  });
});

describe('a price that no volatility makes', () => {
  const call = (strike: number, price: number): OptionQuote => ({
    ...OPTION,
    strike,
    bid: price,
    ask: price,
  });
  const quoted = (quote: OptionQuote) =>
    volatilityOf(
      { chains: { vix: { ...PLACE, root: 'VIX', quotes: [quote] } } },
      { ...OPTION, strike: quote.strike },
    );

  it('has no time value where the option is worth just what it would be at once', () => {
    // 8.5 points in the money, discounted for 30 days at 4 %.
    const worth = 8.5 * Math.exp((-0.04 * 30) / 365);
    expect(quoted(call(10, worth))).toBe('no-time-value');
    expect(quoted(call(10, worth - 0.1))).toBe('impossible-price');
    expect(
      volatilityOf(
        { manual: [byHand({ kind: 'option', ...OPTION, strike: 10 }, 'price', worth)] },
        { ...OPTION, strike: 10 },
      ),
    ).toBe('no-time-value');
  });

  it('is impossible above the future itself', () => {
    expect(quoted(call(25, 19))).toBe('impossible-price');
    expect(volatilityOf({ manual: [byHand({ kind: 'option', ...OPTION }, 'price', 19)] })).toBe(
      'impossible-price',
    );
  });
});

describe('a price set by hand', () => {
  it('of an option is not its future’s, and of one share not another’s', () => {
    const option = byHand({ kind: 'option', ...OPTION }, 'price', 3);
    expect(
      workedSources({ futures: [], chains: {}, manual: [option] }).forwards.future(EXPIRY),
    ).toBeUndefined();
    const manual = [
      byHand({ kind: 'share', symbol: 'VXX' }, 'price', 51),
      byHand({ kind: 'share', symbol: 'UVXY' }, 'price', 31),
    ];
    const { legs } = priceBook({ condors: [], hedges: [VXX] }, workedSources({ manual }));
    expect(legs[0]).toMatchObject({ price: { value: 51 } });
  });

  it('of anything but the rate is no rate', () => {
    const manual = [byHand({ kind: 'future', expiry: EXPIRY }, 'rate', 0.5)];
    const rate = { known: false, reason: 'not-supplied' } as const;
    expect(workedSources({ rate, manual }).forwards.rate).toBeUndefined();
  });
});

describe('what a leg is priced with', () => {
  it('settles afternoon options in the afternoon, and everything of the VIX in the morning', () => {
    const clock: SettlementClock = {
      ...WORKED_CLOCK,
      settlesAt: (expiry, settlement) => Date.parse(`${expiry}T${settlement === 'AM' ? '14' : '21'}:00:00Z`),
    };
    const positions = { condors: [WORKED_CONDOR], hedges: [vixCalls('short', [EXPIRY, 25, 1]), VX, VXX] };
    const { legs } = priceBook(positions, priceSources({ ...WORKED_MARKS, shares: SHARES }, clock));
    const hours = legs.flatMap((leg) => ('settlesAt' in leg ? [new Date(leg.settlesAt).getUTCHours()] : []));
    expect(hours).toEqual([21, 21, 21, 21, 14, 14]);
    const shares = legs.find((leg) => 'parts' in leg);
    expect(
      shares && 'parts' in shares && shares.parts.map(({ settlesAt }) => new Date(settlesAt).getUTCHours()),
    ).toEqual([14, 14]);
  });

  it('carries SPX by the rate less dividends, and a VIX future by nothing', () => {
    const positions = { condors: [WORKED_CONDOR], hedges: [vixCalls('short', [EXPIRY, 25, 1])] };
    const { legs } = priceBook(positions, workedSources());
    const carries = legs.flatMap((leg) => ('carry' in leg ? [leg.carry] : []));
    expect(carries.map((carry) => Math.round(carry * 1e9) / 1e9)).toEqual([0.027, 0.027, 0.027, 0.027, 0]);
  });

  it('has the share’s own quote, dated and named', () => {
    const { legs } = priceBook({ condors: [], hedges: [VXX] }, workedSources({ shares: SHARES }));
    expect(legs[0]).toMatchObject({ price: { value: 50, basis: 'quote', ...PLACE } });
  });

  it('says why a future or a share has no price', () => {
    const reasons = (hedge: Hedge, marks: Partial<Marks>, clock = WORKED_CLOCK) =>
      priceBook(
        { condors: [], hedges: [hedge] },
        priceSources({ ...WORKED_MARKS, ...marks }, clock),
      ).unvalued.map(({ reason }) => reason);
    expect(reasons(VX, { futures: [], chains: {} })).toEqual(['no-price']);
    expect(reasons(VXX, { shares: SHARES }, { ...WORKED_CLOCK, rollAt: () => undefined })).toEqual([
      'beyond-calendar',
    ]);
    const [first] = WORKED_MARKS.futures;
    const alone = { shares: SHARES, chains: {}, futures: first ? [first] : [] };
    expect(reasons(VXX, alone)).toEqual(['no-roll-futures']);
    // On the day before the roll the first future is all that is held.
    const whole = {
      ...WORKED_CLOCK,
      rollAt: () => ({ first: EXPIRY, second: '2026-04-25', firstWeight: 1 }),
    };
    expect(reasons(VXX, alone, whole)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Hedge, Positions } from '#domain/book/lot.ts';
import type { ManualMark, Marks, OptionQuote } from '#domain/book/mark.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { valueLeg } from '#engine/valuation/value-leg.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import {
  known,
  listedSpx,
  PLACE,
  UNKNOWN,
  vixCalls,
  WORKED_AS_OF,
  WORKED_MARKS,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const EXPIRY = '2026-02-04';
const CALL = vixCalls('short', [EXPIRY, 25, 1]);
const at = { asOf: WORKED_AS_OF, geometry: volGeometry(), shift: { volPoints: 0, spotPercent: 0, days: 0 } };

const holding = (...hedges: readonly Hedge[]): Positions => ({ condors: [], hedges });
const lot = (otherwise: Pick<Extract<Hedge, { instrument: 'VX' | 'VXM' }>, 'instrument'>): Hedge => ({
  kind: 'hedge',
  id: 'H9',
  quantity: 2,
  openedOn: '2026-01-05',
  expiry: EXPIRY,
  ...otherwise,
});

function onlyLeg(positions: Positions, marks: Partial<Marks>) {
  const { legs, unvalued } = priceBook(positions, workedSources(marks));
  return { leg: legs[0], reason: unvalued[0]?.reason };
}

/** Bid and asked so that parity gives a forward. */
function vixPair(forward: number, strike: number, volatility: number): readonly OptionQuote[] {
  return (['call', 'put'] as const).map((right) => {
    const { price } = black76({ right, forward, strike, years: 30 / 365, rate: 0.04, volatility });
    return {
      root: 'VIX',
      expiry: EXPIRY,
      settlement: 'AM',
      strike,
      right,
      bid: price - 0.01,
      ask: price + 0.01,
    };
  });
}

const vixChain = (quotes: readonly OptionQuote[]): Marks['chains'] => ({
  vix: { ...PLACE, root: 'VIX', spot: 17, quotes },
});

const byHand = (of: ManualMark['of'], unit: ManualMark['unit'], value: number): ManualMark => ({
  of,
  unit,
  value,
  by: '100000000000000009',
  at: WORKED_AS_OF - 1_000,
});

const FUTURE = byHand({ kind: 'future', expiry: EXPIRY }, 'price', 19);

describe('priceBook', () => {
  it('values a VIX option on the future of its own expiry', () => {
    const { leg } = onlyLeg(holding(CALL), { manual: [FUTURE] });
    expect(leg).toMatchObject({ forward: { value: 18.5, basis: 'quote', source: 'worked example' } });
  });

  it('prefers the quote of the future to what the chain’s parity says', () => {
    const chains = vixChain([...vixPair(18.4, 18, 1), ...vixPair(18.4, 25, 1.2)]);
    expect(onlyLeg(holding(CALL), { chains }).leg).toMatchObject({
      forward: { value: 18.5, basis: 'quote' },
    });
  });

  it('takes the forward from parity where the future is not quoted', () => {
    const { leg } = onlyLeg(holding(CALL), {
      futures: [],
      chains: vixChain([...vixPair(18.4, 18, 1), ...vixPair(18.4, 25, 1.2)]),
      manual: [FUTURE],
    });
    expect(leg).toMatchObject({ forward: { basis: 'parity' }, volatility: { basis: 'implied' } });
    expect(leg && 'forward' in leg && leg.forward.value).toBeCloseTo(18.4, 9);
    expect(leg && 'volatility' in leg && leg.volatility.value).toBeCloseTo(1.2, 6);
  });

  it('takes what was set by hand after that, with who and when', () => {
    const { leg } = onlyLeg(holding(CALL), { futures: [], manual: [FUTURE] });
    expect(leg).toMatchObject({
      forward: {
        value: 19,
        basis: 'manual',
        quality: 'manual',
        source: '100000000000000009',
        asOf: WORKED_AS_OF - 1_000,
      },
    });
  });

  it('never values a VIX option on the VIX', () => {
    expect(onlyLeg(holding(CALL), { futures: [] })).toEqual({ leg: undefined, reason: 'no-forward' });
  });

  it('values SPX on the forward of its chain, and on spot and carry only without one', () => {
    const [condor] = WORKED_POSITIONS.condors;
    const positions = { condors: condor ? [condor] : [], hedges: [] };
    const listed = { chains: { spx: { ...PLACE, root: 'SPX', quotes: listedSpx(['2026-02-19']) } } } as const;
    expect(onlyLeg(positions, listed).leg).toMatchObject({ forward: { basis: 'parity' } });
    const { leg } = onlyLeg(positions, {});
    expect(leg).toMatchObject({ forward: { basis: 'spot-carry' } });
    expect(leg && 'forward' in leg && leg.forward.value).toBeCloseTo(6000 * Math.exp((0.027 * 45) / 365), 9);
    expect(onlyLeg(positions, { dividendYield: UNKNOWN }).reason).toBe('no-forward');
  });

  it('gives every leg a volatility of its own', () => {
    const { legs } = priceBook(WORKED_POSITIONS, workedSources());
    const volatilities = legs.map((leg) => ('volatility' in leg ? leg.volatility.value : undefined));
    expect(volatilities).toEqual([0.2, 0.185, 0.125, 0.12, 1.25, 0.95, 0.75]);
  });

  it('draws a line between the neighbours of a strike that has no market', () => {
    const chains = vixChain([...vixPair(18.5, 24, 1.2), ...vixPair(18.5, 26, 1.3)]);
    const { leg } = onlyLeg(holding(CALL), { chains });
    expect(leg).toMatchObject({ volatility: { basis: 'interpolated' } });
    expect(leg && 'volatility' in leg && leg.volatility.value).toBeCloseTo(1.25, 6);
  });

  it('draws no line beyond the last strike', () => {
    const chains = vixChain([...vixPair(18.5, 20, 1.1), ...vixPair(18.5, 24, 1.2)]);
    expect(onlyLeg(holding(CALL), { chains }).reason).toBe('no-volatility');
  });

  it('prefers what was set by hand for a strike to a line between its neighbours', () => {
    const chains = vixChain([...vixPair(18.5, 24, 1.2), ...vixPair(18.5, 26, 1.3)]);
    const option = {
      kind: 'option',
      root: 'VIX',
      expiry: EXPIRY,
      settlement: 'AM',
      strike: 25,
      right: 'call',
    } as const;
    const marked = onlyLeg(holding(CALL), { chains, manual: [byHand(option, 'volatility', 1.4)] });
    expect(marked.leg).toMatchObject({ volatility: { value: 1.4, basis: 'manual' } });
    const priced = onlyLeg(holding(CALL), { chains, manual: [byHand(option, 'price', 0.8514817040621483)] });
    expect(priced.leg && 'volatility' in priced.leg && priced.leg.volatility.value).toBeCloseTo(1.25, 4);
  });

  it.each([
    ['no-rate', { rate: UNKNOWN }],
    ['no-volatility', { chains: {} }],
    ['no-forward', { futures: [] }],
  ] as const)('says why a leg has no value: %s', (reason, marks) => {
    expect(onlyLeg(holding(CALL), marks).reason).toBe(reason);
  });

  it('says which lots have expired, and which are beyond the calendar', () => {
    expect(onlyLeg(holding(vixCalls('short', ['2026-01-05', 25, 1])), {}).reason).toBe('expired');
    expect(onlyLeg(holding(vixCalls('short', ['2027-01-20', 25, 1])), {}).reason).toBe('beyond-calendar');
  });

  it.each([
    ['VX', 2 * 1000],
    ['VXM', 2 * 100],
  ] as const)('moves a %s future by its beta', (instrument, dollars) => {
    const { leg } = onlyLeg(holding(lot({ instrument })), {});
    const value = leg && valueLeg(leg, at);
    expect(value?.exposure).toBeCloseTo(dollars * 0.41421356, 4);
    expect(value?.value).toBe(0);
  });

  it('spreads shares over the two futures that they roll between', () => {
    const shares: Hedge = {
      kind: 'hedge',
      id: 'H9',
      instrument: 'UVXY',
      quantity: 100,
      openedOn: '2026-01-05',
    };
    const marks = { shares: [{ ...PLACE, symbol: 'UVXY', price: 30 } as const] };
    const { leg } = onlyLeg(holding(shares), marks);
    // 100 × 30 × 1.5 over 0.75 × 18.5 + 0.25 × 20.2 is what it holds in futures, and each moves by its own beta.
    const contracts = (100 * 30 * 1.5) / (0.75 * 18.5 + 0.25 * 20.2);
    const { beta } = volGeometry();
    const exposure = contracts * (0.75 * beta(30) + 0.25 * beta(110));
    expect(leg && valueLeg(leg, at)?.exposure).toBeCloseTo(exposure, 9);
    expect(onlyLeg(holding(shares), {}).reason).toBe('no-price');
    expect(onlyLeg(holding(shares), { ...marks, futures: [] }).reason).toBe('no-roll-futures');
  });

  it('takes of the two options at a strike the one out of the money', () => {
    const [call] = vixPair(18.5, 12, 2);
    const [, put] = vixPair(18.5, 12, 0.9);
    const chains = vixChain([call, put].filter((quote) => quote !== undefined));
    const { leg } = onlyLeg(holding(vixCalls('short', [EXPIRY, 12, 1])), { chains });
    expect(leg && 'volatility' in leg && leg.volatility.value).toBeCloseTo(0.9, 6);
  });

  it('knows nothing of a source’s volatility where bid and ask imply another', () => {
    const quotes = vixPair(18.5, 25, 1.25).map((quote) => ({ ...quote, volatility: 1.43 }));
    const { leg } = onlyLeg(holding(CALL), { chains: vixChain(quotes) });
    expect(leg && 'volatility' in leg && leg.volatility.value).toBeCloseTo(1.25, 6);
  });

  it('takes the index that was set by hand where no source has it', () => {
    const spot = byHand({ kind: 'index', index: 'SPX' }, 'price', 5900);
    const rate = byHand({ kind: 'rate' }, 'rate', 0.05);
    const { forwards } = workedSources({ spx: UNKNOWN, rate: UNKNOWN, manual: [spot, rate] });
    expect(forwards.spot).toMatchObject({ value: 5900, basis: 'manual' });
    expect(forwards.rate).toMatchObject({ value: 0.05, basis: 'manual' });
    expect(workedSources({ spx: known(6010), manual: [spot] }).forwards.spot).toMatchObject({ value: 6010 });
    const recorded = (asOf: number) => ({ ...known(6010), quality: 'recorded', asOf }) as const;
    const value = (asOf: number) =>
      workedSources({ spx: recorded(asOf), manual: [spot] }).forwards.spot?.value;
    expect([spot.at - 1, spot.at, spot.at + 1].map(value)).toEqual([5900, 5900, 6010]);
    expect(WORKED_MARKS.manual).toEqual([]);
  });
});

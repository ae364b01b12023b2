import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionQuote } from '#domain/book/mark.ts';
import {
  deviationsTo,
  digitalProbability,
  touchProbability,
  volatilityProbability,
} from '#engine/condor/settle-probability.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { type ExpiryQuotes, quoteBoard } from '#engine/valuation/quote-board.ts';
import { fixture } from '#test/support/http/fixture.ts';

const DAY = '2024-01-05';
const PLACE = { source: 'cboe', quality: 'recorded', asOf: Date.UTC(2024, 0, 5, 21, 15) } as const;

function boardOf(quotes: readonly OptionQuote[]) {
  return quoteBoard({ chains: { spx: { ...PLACE, root: 'SPX', quotes } } });
}

/** The SPX chain of the project's own history, evening options. */
function recordedChain(): readonly OptionQuote[] {
  const [header = '', ...lines] = fixture(`history/options/spx_chain_${DAY}.csv`).trim().split('\n');
  const columns = header.split(',');
  const cell = (line: string, name: string): string => line.split(',')[columns.indexOf(name)] ?? '';
  return lines
    .filter((line) => cell(line, 'root') === 'SPXW')
    .map((line) => ({
      root: 'SPX',
      settlement: 'PM',
      expiry: cell(line, 'expiry'),
      right: cell(line, 'type') === 'C' ? 'call' : 'put',
      strike: Number(cell(line, 'strike')),
      bid: Number(cell(line, 'bid')),
      ask: Number(cell(line, 'ask')),
    }));
}

/** A chain priced by one volatility, a twentieth of a point wide, at every five points. */
function flatChain(forward: number, years: number, volatility: number) {
  const strikes = Array.from({ length: 200 }, (_, step) => forward * 0.5 + step * 5);
  const quotes = strikes.flatMap((strike) =>
    (['put', 'call'] as const).map((right): OptionQuote => {
      const { price } = black76({ right, strike, forward, years, rate: 0, volatility });
      return { root: 'SPX', settlement: 'PM', expiry: DAY, strike, right, bid: price + 1, ask: price + 1.05 };
    }),
  );
  const chain = boardOf(quotes).find('SPX', DAY, 'PM');
  if (!chain) {
    throw new Error('no chain');
  }
  return chain;
}

/** Strikes a quarter from both ends of what is quoted on two sides, and what the put spread at the lower may cost a point. */
function quarterSpreads(chain: ExpiryQuotes) {
  const bidOf = (strike: number): number => chain.quote('put', strike)?.bid ?? 0;
  const askOf = (strike: number): number => chain.quote('put', strike)?.ask ?? 0;
  const listed = chain.strikes.filter(
    (strike) => bidOf(strike) > 0 && (chain.quote('call', strike)?.bid ?? 0) > 0,
  );
  const place = Math.floor(listed.length / 4);
  const [low = 0, next = 0, high = 0] = [listed[place], listed[place + 1], listed[listed.length - place - 1]];
  const width = next - low;
  return { low, high, least: (bidOf(next) - askOf(low)) / width, most: (askOf(next) - bidOf(low)) / width };
}

describe('digitalProbability', () => {
  it('lies inside bid and ask of the vertical spreads of a recorded chain', () => {
    const chains = boardOf(recordedChain()).listed('SPX');
    const readings = chains.flatMap((chain) => {
      const { low, high, least, most } = quarterSpreads(chain);
      const reading = digitalProbability(chain, { low: low + 0.01, high: high + 0.01 }, 1);
      return reading ? [{ ...reading, least, most }] : [];
    });
    expect(readings.length).toBeGreaterThan(0);
    for (const { below, inside, above, least, most } of readings) {
      expect(below).toBeGreaterThanOrEqual(least);
      expect(below).toBeLessThanOrEqual(most);
      expect(below + inside + above).toBeCloseTo(1, 9);
      expect(inside).toBeGreaterThan(0);
    }
  });

  it('finds on a flat chain what the formula has: N(−d₂) below, N(d₂) above', () => {
    const chain = flatChain(1_000, 45 / 365, 0.16);
    const levels = { low: 942.5, high: 1_057.5 };
    const terms = { forward: 1_000, years: 45 / 365, volatility: { low: 0.16, high: 0.16 } };
    const found = digitalProbability(chain, levels, 1);
    const formula = volatilityProbability(levels, terms);
    expect(found?.below).toBeCloseTo(formula?.below ?? Number.NaN, 3);
    expect(found?.above).toBeCloseTo(formula?.above ?? Number.NaN, 3);
    expect(found?.method).toBe('digitals');
  });

  it('has no answer beyond the quoted strikes, on one-sided and on crossed quotes', () => {
    const chain = flatChain(1_000, 45 / 365, 0.16);
    expect(digitalProbability(chain, { low: 400, high: 1_050 }, 1)).toBeUndefined();
    expect(digitalProbability(chain, { low: 950, high: 2_000 }, 1)).toBeUndefined();
    const oneSided = boardOf(
      chain.quotes.map(({ root, settlement, expiry, strike, right, bid = 0 }): OptionQuote => ({
        root,
        settlement,
        expiry,
        strike,
        right,
        bid,
      })),
    ).find('SPX', DAY, 'PM');
    const crossed = boardOf(chain.quotes.map((quote) => ({ ...quote, ask: 0.5 }))).find('SPX', DAY, 'PM');
    for (const broken of [oneSided, crossed]) {
      expect(broken && digitalProbability(broken, { low: 950, high: 1_050 }, 1)).toBeUndefined();
    }
  });

  it('takes interest out of what a spread costs', () => {
    const chain = flatChain(1_000, 45 / 365, 0.16);
    const levels = { low: 950, high: 1_050 };
    const [plain, discounted] = [1, 0.98].map((discount) => digitalProbability(chain, levels, discount));
    expect(discounted?.below).toBeCloseTo((plain?.below ?? 0) / 0.98, 12);
  });
});

describe('volatilityProbability', () => {
  it('adds up to 1 whatever the sides are worth', () => {
    const volatility = fc.double({ min: 0.02, max: 3, noNaN: true });
    fc.assert(
      fc.property(volatility, volatility, fc.integer({ min: 1, max: 700 }), (low, high, days) => {
        const found = volatilityProbability(
          { low: 900, high: 1_100 },
          { forward: 1_000, years: days / 365, volatility: { low, high } },
        );
        return !found || Math.abs(found.below + found.inside + found.above - 1) <= 1e-9;
      }),
    );
  });

  it('has the steeper put side end below more often', () => {
    const levels = { low: 950, high: 1_050 };
    const terms = { forward: 1_000, years: 30 / 365 };
    const flat = volatilityProbability(levels, { ...terms, volatility: { low: 0.15, high: 0.15 } });
    const skewed = volatilityProbability(levels, { ...terms, volatility: { low: 0.2, high: 0.15 } });
    expect(skewed?.below).toBeGreaterThan(flat?.below ?? 1);
    expect(skewed?.above).toBe(flat?.above);
  });

  it('has no answer at expiry', () => {
    const terms = { forward: 1_000, years: 0, volatility: { low: 0.2, high: 0.2 } };
    expect(volatilityProbability({ low: 1_000, high: 1_000 }, terms)).toBeUndefined();
  });
});

describe('touchProbability', () => {
  it('is twice the probability of ending beyond, at most 1', () => {
    expect(touchProbability(0.16)).toBe(0.32);
    expect(touchProbability(0.7)).toBe(1);
  });
});

describe('deviationsTo', () => {
  it('puts a 16-delta short at about one standard deviation', () => {
    // N(−1) = 0.1587: forward 1,000, 20 %, a quarter of a year, the strike e^(−0.1) away.
    const at = { forward: 1_000, years: 0.25, volatility: 0.2 };
    expect(deviationsTo(1_000 * Math.exp(-0.1), at)).toBeCloseTo(-1, 12);
  });

  it('is unknown without time', () => {
    expect(deviationsTo(1_000, { forward: 1_000, years: 0, volatility: 0.2 })).toBeUndefined();
  });
});

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { settlesAt } from '#calendar/expiry-instants.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { OptionQuote } from '#domain/book/mark.ts';
import { boxRate } from '#engine/pricing/box-rate.ts';
import { impliedVolatility } from '#engine/pricing/implied-volatility.ts';
import { parityForward } from '#engine/pricing/parity-forward.ts';
import { riskReversal, type Smile } from '#engine/pricing/risk-reversal.ts';
import { middleOf, type StrikePair, strikePairs } from '#engine/pricing/strike-pairs.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { RECORDED_YEARS_FOLDER } from '#test/support/engine/history.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

const hasShared = hasSharedData('pricing beside whole SPX chains of four days');
const calendar = exchangeCalendar(exchangeFacts);

const Row = z.object({
  quote_time_et: z.string(),
  spot: z.coerce.number(),
  root: z.string(),
  expiry: z.string(),
  dte: z.coerce.number(),
  type: z.string(),
  strike: z.coerce.number(),
  bid: z.coerce.number(),
  ask: z.coerce.number(),
  iv: z.coerce.number(),
});

type Chain = {
  readonly spot: number;
  /** Quotes of afternoon-settled options by expiration, with Cboe's own volatility where it computed one. */
  readonly expirations: ReadonlyMap<string, readonly OptionQuote[]>;
};

/** A chain of one of the folders in which SPX chains are kept. */
function chainOf(folder: string, day: string): Chain {
  const text = readFileSync(`${folder}/options/spx_chain_${day}.csv`, 'utf8');
  const rows = z.array(Row).parse(parse(text, { columns: true }));
  const weeklies = rows.filter(({ root, dte }) => root === 'SPXW' && dte > 5);
  const quotes = weeklies.map(({ expiry, strike, type, bid, ask, iv }): OptionQuote => ({
    root: 'SPX',
    settlement: 'PM',
    expiry,
    strike,
    right: type.toLowerCase().startsWith('c') ? 'call' : 'put',
    bid,
    ask,
    volatility: iv,
  }));
  return { spot: rows[0]?.spot ?? Number.NaN, expirations: Map.groupBy(quotes, ({ expiry }) => expiry) };
}

function yearsTo(expiry: string, day: string): number {
  return yearsBetween(newYorkInstant(day, '16:15'), settlesAt('SPX PM options', expiry, calendar));
}

/** Strikes 5 % below and above the money: wide enough that a spread does not show in the rate. */
function wideBox(pairs: readonly StrikePair[], spot: number): readonly [StrikePair, StrikePair] {
  const low = pairs.find(({ strike }) => strike > 0.95 * spot);
  const high = pairs.findLast(({ strike }) => strike < 1.05 * spot);
  const none = { strike: 0, call: Number.NaN, put: Number.NaN };
  return [low ?? none, high ?? none];
}

const WHOLE = `${SHARED_DIR}/data`;

// Three-month Treasury bills on those days were near 0.2 %, 1.3 %, 5.5 % and 5.4 % (FRED DTB3).
const CHAINS = [
  {
    chain: 'few strikes',
    folder: RECORDED_YEARS_FOLDER,
    day: '2024-01-05',
    rates: [0.04, 0.07],
    asCboe: 0.01,
  },
  // Cboe's volatilities of that day are of the index without its dividends: its put and call of one strike differ.
  { chain: 'the whole', folder: WHOLE, day: '2022-02-04', rates: [0, 0.02], asCboe: 0.025 },
  { chain: 'the whole', folder: WHOLE, day: '2022-06-10', rates: [0.005, 0.03], asCboe: 0.01 },
  { chain: 'the whole', folder: WHOLE, day: '2023-09-14', rates: [0.04, 0.07], asCboe: 0.01 },
  { chain: 'the whole', folder: WHOLE, day: '2024-01-05', rates: [0.04, 0.07], asCboe: 0.01 },
] as const;
const READ = CHAINS.filter(({ folder }) => hasShared || folder !== WHOLE);

describe.each(READ)('$chain of the SPX chain of $day', ({ folder, day, rates: bounds, asCboe }) => {
  const [leastRate, mostRate] = bounds;
  const { spot, expirations } = chainOf(folder, day);
  const far = [...expirations].filter(([expiry]) => yearsTo(expiry, day) > 40 / 365);

  it('lends at the rates of its day', () => {
    const rates = far.map(([expiry, quotes]) => {
      const [low, high] = wideBox(strikePairs(quotes), spot);
      return boxRate(low, high, yearsTo(expiry, day)) ?? Number.NaN;
    });
    const middle = rates.toSorted((first, second) => first - second)[Math.floor(rates.length / 2)];
    expect(middle).toBeGreaterThan(leastRate);
    expect(middle).toBeLessThan(mostRate);
  });

  it('has a forward near its spot on every expiration, on which its strikes agree within a few points', () => {
    const rate = (leastRate + mostRate) / 2;
    for (const [expiry, quotes] of expirations) {
      const years = yearsTo(expiry, day);
      const found = parityForward(strikePairs(quotes), { years, rate });
      expect(Math.abs((found?.forward ?? Number.NaN) / spot - 1)).toBeLessThan(0.005 + 0.06 * years);
      expect(found?.disagreement).toBeLessThan(0.001 * spot);
    }
  });

  it('has nearly the volatilities that Cboe computed, near the money', () => {
    const rate = (leastRate + mostRate) / 2;
    const gaps: number[] = [];
    for (const [expiry, quotes] of far) {
      const years = yearsTo(expiry, day);
      const forward = parityForward(strikePairs(quotes), { years, rate })?.forward ?? Number.NaN;
      const outside = quotes.filter(({ strike, right }) => (right === 'call') === strike > forward);
      for (const quote of outside.filter(({ strike }) => Math.abs(strike / forward - 1) < 0.05)) {
        const { right, strike, volatility = 0 } = quote;
        const implied = impliedVolatility({ right, forward, strike, years, rate }, middleOf(quote) ?? 0);
        gaps.push(implied.kind === 'volatility' ? implied.volatility - volatility : Number.NaN);
      }
    }
    const sizes = gaps.map(Math.abs).toSorted((first, second) => first - second);
    expect(sizes.length).toBeGreaterThan(50);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(asCboe);
  });

  it('has puts that cost more than calls at 30 days', () => {
    const rate = (leastRate + mostRate) / 2;
    const smiles = [...expirations].map(([expiry, quotes]): Smile => {
      const years = yearsTo(expiry, day);
      const forward = parityForward(strikePairs(quotes), { years, rate })?.forward ?? Number.NaN;
      const points = quotes.map(({ right, strike, volatility = 0 }) => ({ right, strike, volatility }));
      return { years, forward, points };
    });
    const found = riskReversal(smiles);
    expect(found?.riskReversal).toBeLessThan(-0.02);
    expect(found?.riskReversal).toBeGreaterThan(-0.15);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OptionQuote } from '#domain/book/mark.ts';
import { digitalProbability } from '#engine/condor/settle-probability.ts';
import { type ExpiryQuotes, quoteBoard } from '#engine/valuation/quote-board.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

const DAYS = ['2022-02-04', '2022-06-10', '2023-09-14', '2024-01-05'];

/** A recorded SPX chain as its exchange showed it, with the index. */
function recorded(day: string): { readonly spot: number; readonly expiries: readonly ExpiryQuotes[] } {
  const [, ...lines] = readFileSync(`${SHARED_DIR}/data/options/spx_chain_${day}.csv`, 'utf8')
    .trim()
    .split('\n');
  const rows = lines.map((line) => line.split(','));
  const quotes = rows.map(([, , , root, expiry = '', , type, strike, bid, ask]): OptionQuote => ({
    root: 'SPX',
    settlement: root === 'SPX' ? 'AM' : 'PM',
    expiry,
    right: type === 'C' ? 'call' : 'put',
    strike: Number(strike),
    bid: Number(bid),
    ask: Number(ask),
  }));
  const place = { source: 'cboe', quality: 'recorded', asOf: 0 } as const;
  const board = quoteBoard({ chains: { spx: { ...place, root: 'SPX', quotes } } });
  return { spot: Number(rows[0]?.[1]), expiries: board.listed('SPX') };
}

/** The least and most that a put spread below and a call spread above a level cost for a point of their width. */
function boundsAround(chain: ExpiryQuotes, right: 'put' | 'call', level: number): readonly [number, number] {
  const isTraded = (strike: number) => {
    const { bid = 0, ask = 0 } = chain.quote(right, strike) ?? {};
    return bid > 0 && ask >= bid;
  };
  const listed = chain.strikes.filter(isTraded);
  const [lower = 0, upper = 0] = [
    listed.findLast((strike) => strike <= level),
    listed.find((strike) => strike > level),
  ];
  const [rich, cheap] = right === 'put' ? [upper, lower] : [lower, upper];
  const sides = (strike: number) => {
    const { bid = 0, ask = 0 } = chain.quote(right, strike) ?? {};
    return { bid, ask };
  };
  const width = upper - lower;
  return [(sides(rich).bid - sides(cheap).ask) / width, (sides(rich).ask - sides(cheap).bid) / width];
}

describe.runIf(hasSharedData('P(inside) on the four recorded chains'))('P(inside) on recorded chains', () => {
  it.each(DAYS)('of %s lies inside bid and ask of the vertical spreads, on every expiry', (day) => {
    const { spot, expiries } = recorded(day);
    let count = 0;
    for (const chain of expiries) {
      for (const away of [0.02, 0.04, 0.06]) {
        const levels = { low: spot * (1 - away) + 0.01, high: spot * (1 + away / 2) + 0.01 };
        const found = digitalProbability(chain, levels, 1);
        if (found) {
          count++;
          const [putLeast, putMost] = boundsAround(chain, 'put', levels.low);
          const [callLeast, callMost] = boundsAround(chain, 'call', levels.high);
          expect(found.inside).toBeGreaterThanOrEqual(1 - putMost - callMost - 1e-9);
          expect(found.inside).toBeLessThanOrEqual(1 - putLeast - callLeast + 1e-9);
          expect(Math.abs(found.below + found.inside + found.above - 1)).toBeLessThanOrEqual(1e-9);
        }
      }
    }
    expect(count).toBeGreaterThan(20);
  });
});

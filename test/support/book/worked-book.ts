import type { Condor, LayerName, Positions, VolatilityOption } from '#domain/book/lot.ts';
import type { Marks, OptionQuote } from '#domain/book/mark.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { SettlementClock } from '#domain/hedge/valuation.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { priceSources, type PriceSources } from '#engine/valuation/price-book.ts';

/** An instant; the worked example names none. */
export const WORKED_AS_OF = Date.UTC(2026, 0, 5, 20);

/** VIX expiries of the worked example, and the days to each. */
const DAYS: Readonly<Record<string, number>> = {
  '2026-02-04': 30,
  '2026-04-25': 110,
  '2026-08-13': 220,
};

/** Settles everything at the hour of the worked instant, so that the days left are whole. */
export const WORKED_CLOCK: SettlementClock = {
  settlesAt: (expiry) => (expiry < '2027' ? Date.parse(`${expiry}T20:00:00Z`) : undefined),
  rollAt: () => ({ first: '2026-02-04', second: '2026-04-25', firstWeight: 0.75 }),
};

export const PLACE = { source: 'worked example', quality: 'recorded', asOf: WORKED_AS_OF } as const;

export const known = (value: number): Reading<number> => ({ ...PLACE, known: true, value });
export const UNKNOWN = { known: false, reason: 'not-supplied' } as const;

const spx = (right: 'call' | 'put', strike: number, volatility: number): OptionQuote => ({
  root: 'SPX',
  expiry: '2026-02-19',
  settlement: 'PM',
  strike,
  right,
  volatility,
});

const vix = (expiry: string, strike: number, volatility: number): OptionQuote => ({
  root: 'VIX',
  expiry,
  settlement: 'AM',
  right: 'call',
  strike,
  volatility,
});

/** Four condors 5600/5700/6250/6350. */
export const WORKED_CONDOR: Condor = {
  kind: 'condor',
  id: 'C1',
  quantity: 4,
  openedOn: '2026-01-05',
  expiry: '2026-02-19',
  settlement: 'PM',
  strikes: { longPut: 5600, shortPut: 5700, shortCall: 6250, longCall: 6350 },
};

export function vixCalls(
  layer: LayerName,
  [expiry, strike, quantity]: readonly [string, number, number],
): VolatilityOption {
  const id = `H-${layer}`;
  const openedOn = '2026-01-05';
  return { kind: 'hedge', id, instrument: 'VIX', right: 'call', layer, expiry, strike, quantity, openedOn };
}

/** The book of the project's formulas, section 2.2: 29/29/15 VIX calls against four condors. */
export const WORKED_POSITIONS: Positions = {
  condors: [WORKED_CONDOR],
  hedges: [
    vixCalls('short', ['2026-02-04', 25, 29]),
    vixCalls('medium', ['2026-04-25', 30, 29]),
    vixCalls('long', ['2026-08-13', 35, 15]),
  ],
};

/** Its market: SPX 6000, 4 %, 1.3 %, every leg with a volatility of its own, nothing bid or asked. */
export const WORKED_MARKS: Marks = {
  asOf: WORKED_AS_OF,
  spx: known(6000),
  vix: known(17),
  rate: known(0.04),
  dividendYield: known(0.013),
  chains: {
    spx: {
      ...PLACE,
      root: 'SPX',
      quotes: [
        spx('put', 5600, 0.2),
        spx('put', 5700, 0.185),
        spx('call', 6250, 0.125),
        spx('call', 6350, 0.12),
      ],
    },
    vix: {
      ...PLACE,
      root: 'VIX',
      quotes: [vix('2026-02-04', 25, 1.25), vix('2026-04-25', 30, 0.95), vix('2026-08-13', 35, 0.75)],
    },
  },
  futures: [
    { ...PLACE, expiry: '2026-02-04', price: 18.5 },
    { ...PLACE, expiry: '2026-04-25', price: 20.2 },
    { ...PLACE, expiry: '2026-08-13', price: 20.8 },
  ],
  shares: [],
  manual: [],
};

export function workedSources(otherwise: Partial<Marks> = {}): PriceSources {
  return priceSources({ ...WORKED_MARKS, ...otherwise }, WORKED_CLOCK);
}

/** The worked market with every whole strike from 10 to 90 listed, bid and asked a twentieth around the model. */
export function listedVixCalls(): Pick<Marks, 'chains'> {
  const layers = [
    { expiry: '2026-02-04', forward: 18.5, volatility: 1.25 },
    { expiry: '2026-04-25', forward: 20.2, volatility: 0.95 },
    { expiry: '2026-08-13', forward: 20.8, volatility: 0.75 },
  ];
  const quotes = layers.flatMap(({ expiry, forward, volatility }) =>
    Array.from({ length: 81 }, (_, place) => {
      const strike = 10 + place;
      const years = (DAYS[expiry] ?? 0) / 365;
      const { price } = black76({ right: 'call', forward, strike, years, rate: 0.04, volatility });
      return { ...vix(expiry, strike, volatility), bid: price * 0.95, ask: price * 1.05 };
    }),
  );
  return { chains: { ...WORKED_MARKS.chains, vix: { ...PLACE, root: 'VIX', quotes } } };
}

/** Puts and calls on SPX of one expiry, every 25 points, on a straight skew, bid and asked a twentieth of a point around the model. */
export function listedSpx(
  expiries: readonly string[],
  settlement: 'AM' | 'PM' = 'PM',
): readonly OptionQuote[] {
  const strikes = Array.from({ length: 81 }, (_, place) => 5000 + 25 * place);
  return expiries.flatMap((expiry) => {
    const years = (Date.parse(expiry) - Date.parse('2026-01-05')) / (365 * 86_400_000);
    const forward = 6000 * Math.exp((0.04 - 0.013) * years);
    return strikes.flatMap((strike) =>
      (['put', 'call'] as const).map((right): OptionQuote => {
        const volatility = 0.15 - (strike - 6000) / 20_000;
        const { price } = black76({ right, forward, strike, years, rate: 0.04, volatility });
        return { root: 'SPX', expiry, settlement, strike, right, bid: price - 0.05, ask: price + 0.05 };
      }),
    );
  });
}

import { someSettings } from '#test/support/engine/decision.ts';
import { FULL_CARD } from './sample-card.ts';
import type { MarketReport } from '#services/market/read-market.ts';
import type { MarketServices } from '#services/market/index.ts';

const { decision, overview } = FULL_CARD;
const PROVENANCE = { asOf: decision.asOf, source: 'yahoo', quality: 'recorded' } as const;

const MARKET: MarketReport = {
  decision,
  overview,
  settings: someSettings(),
  details: {
    'small-caps': [
      { id: 'relative5', unit: 'percent', value: -2.4, provenance: PROVENANCE },
      { id: 'relativeZ5', unit: 'standard deviations', value: -1.4, provenance: PROVENANCE },
      { id: 'beta63', unit: 'fraction', value: 1.21, provenance: PROVENANCE },
    ],
    breadth: [{ id: 'cumulativeSmall', unit: 'net share', reason: 'not-supplied' }],
    term: [{ id: 'nineDayRatio', unit: 'fraction', value: 0.94, provenance: PROVENANCE }],
    gate: [{ id: 'expectedDailyRange', unit: 'percent', value: 0.83, provenance: PROVENANCE }],
  },
};

/** What may be asked of the market, answered with one recorded evening. */
export function someMarketServices(): MarketServices {
  return {
    readMarket: async () => MARKET,
    readContext: async () => ({ ...MARKET, multiples: [] }),
    readTerm: async () => ({
      ...MARKET,
      curve: {
        futures: [
          { ...PROVENANCE, label: 'VX1', expiry: '2014-10-22', days: 29, value: 15.2 },
          { ...PROVENANCE, label: 'VX2', expiry: '2014-11-19', days: 57, value: 16 },
        ],
        indices: [{ ...PROVENANCE, label: 'VIX', days: 30, value: 14.93 }],
        contango: { whole: 0.0526, per30Days: 0.0564 },
        basis: 0.018,
        constant30: 15.23,
      },
      picture: { png: new Uint8Array([1, 2, 3]), altText: 'Term structure of volatility.' },
    }),
    drawMarket: async () => ({
      account: MARKET,
      picture: { png: new Uint8Array([1, 2, 3]), altText: 'Russell 2000 beside the S&P 500.' },
    }),
  };
}

import type { MarketAccount, MarketServices } from '../../src/services/market-services.ts';
import { someSettings } from '../support/decision.ts';
import { FULL_CARD } from './sample-card.ts';

const { decision, overview } = FULL_CARD;
const PROVENANCE = { asOf: decision.asOf, source: 'yahoo', quality: 'recorded' } as const;

const MARKET: MarketAccount = {
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
    drawMarket: async () => ({
      account: MARKET,
      picture: { png: new Uint8Array([1, 2, 3]), altText: 'Russell 2000 beside the S&P 500.' },
    }),
  };
}

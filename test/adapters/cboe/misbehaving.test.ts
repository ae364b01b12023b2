import { createCboeQuotes } from '#adapters/cboe/cboe-quotes.ts';
import { createCboeIndexHistory } from '#adapters/cboe/cboe-index-history.ts';
import { createCboeOptionChains } from '#adapters/cboe/cboe-option-chains.ts';
import { createCboeFuturesCurve } from '#adapters/cboe/cboe-futures-curve.ts';
import { CBOE_POLICY } from '#adapters/cboe/index.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const calendar = exchangeCalendar(exchangeFacts);
const diagnostics = recordedDiagnostics();

describeHttpSource('The history of an index at Cboe', {
  policy: CBOE_POLICY,
  ask: (client, signal) => createCboeIndexHistory({ client, diagnostics }).closes('VIX', signal),
  body: () => fixture('cboe/VIX_History.csv'),
  renamed: (body) => body.replace('CLOSE', 'LAST'),
});

describeHttpSource('A chain of options at Cboe', {
  policy: { ...CBOE_POLICY, largest: 32 * 1024 * 1024 },
  ask: (client, signal) => createCboeOptionChains({ client, diagnostics }).chain('SPX', signal),
  body: () => fixture('cboe/SPX-chain.shape-only.json'),
  renamed: (body) => body.replace('"options"', '"chain"'),
});

describeHttpSource('A quote of Cboe', {
  policy: CBOE_POLICY,
  ask: (client, signal) => createCboeQuotes({ client }).quote('VIX', signal),
  body: () => fixture('cboe/VIX-quote.shape-only.json'),
  renamed: (body) => body.replace('"timestamp"', '"time"'),
});

const settled = fixture('cboe/settlement.shape-only.csv');

describeHttpSource('Settlements of VIX futures at Cboe', {
  policy: CBOE_POLICY,
  ask: (client, signal) =>
    createCboeFuturesCurve({ client, diagnostics, calendar }).curve('2026-08-27', signal),
  body: ({ url }) => (url.search === '?dt=2026-08-27' ? settled : settled.replace('19.3489', '19.3000')),
  renamed: (body) => body.replace('Price', 'Settle'),
  repeated: {
    body: (body) => body.replace('19.3489', '19.3000'),
    becomes: { value: [] },
  },
});

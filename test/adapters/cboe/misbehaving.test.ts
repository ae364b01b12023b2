import { createCboeQuotes } from '#adapters/cboe/delayed-quotes.ts';
import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { createCboeOptionChains } from '#adapters/cboe/option-chains.ts';
import { createCboeFuturesCurve } from '#adapters/cboe/settlement.ts';
import { CBOE_TERMS } from '#adapters/cboe/terms.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { describeWebSource } from '#test/contracts/web-source.contract.ts';
import { fixture } from '#test/support/web/fixture.ts';
import { keptFindings } from '#test/support/web/kept-findings.ts';

const calendar = exchangeCalendar(exchangeFacts);
const findings = keptFindings();

describeWebSource('The history of an index at Cboe', {
  terms: CBOE_TERMS,
  ask: (web, signal) => createCboeIndexHistory({ web, findings }).closes('VIX', signal),
  body: () => fixture('cboe/VIX_History.csv'),
  renamed: (body) => body.replace('CLOSE', 'LAST'),
});

describeWebSource('A chain of options at Cboe', {
  terms: { ...CBOE_TERMS, largest: 32 * 1024 * 1024 },
  ask: (web, signal) => createCboeOptionChains({ web, findings }).chain('SPX', signal),
  body: () => fixture('cboe/SPX-chain.shape-only.json'),
  renamed: (body) => body.replace('"options"', '"chain"'),
});

describeWebSource('A quote of Cboe', {
  terms: CBOE_TERMS,
  ask: (web, signal) => createCboeQuotes({ web }).quote('VIX', signal),
  body: () => fixture('cboe/VIX-quote.shape-only.json'),
  renamed: (body) => body.replace('"timestamp"', '"time"'),
});

const settled = fixture('cboe/settlement.shape-only.csv');

describeWebSource('Settlements of VIX futures at Cboe', {
  terms: CBOE_TERMS,
  ask: (web, signal) => createCboeFuturesCurve({ web, findings, calendar }).curve('2026-08-27', signal),
  body: ({ url }) => (url.search === '?dt=2026-08-27' ? settled : settled.replace('19.3489', '19.3000')),
  renamed: (body) => body.replace('Price', 'Settle'),
  repeated: {
    body: (body) => body.replace('19.3489', '19.3000'),
    becomes: { value: [] },
  },
});

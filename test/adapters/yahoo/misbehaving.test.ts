import { createYahooCloses } from '#adapters/yahoo/yahoo-closes.ts';
import { createYahooQuotes } from '#adapters/yahoo/yahoo-quotes.ts';
import { YAHOO_POLICY } from '#adapters/yahoo/index.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const calendar = exchangeCalendar(exchangeFacts);
const diagnostics = recordedDiagnostics();
const body = (): string => fixture('yahoo/aapl-chart.json').replaceAll('"AAPL"', '"^RUT"');

describeHttpSource('Closes of Yahoo', {
  policy: YAHOO_POLICY,
  ask: (client, signal) => createYahooCloses({ client, calendar, diagnostics }).closes('RUT', signal),
  body,
  renamed: (text) => text.replace('"indicators"', '"series"'),
});

describeHttpSource('A quote of Yahoo', {
  policy: YAHOO_POLICY,
  ask: (client, signal) => createYahooQuotes({ client }).quote('RUT', signal),
  body,
  renamed: (text) => text.replace('"meta"', '"facts"'),
});

import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { createYahooQuotes } from '#adapters/yahoo/quotes.ts';
import { YAHOO_TERMS } from '#adapters/yahoo/terms.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { describeWebSource } from '#test/contracts/web-source.contract.ts';
import { fixture } from '#test/support/web/fixture.ts';
import { keptFindings } from '#test/support/web/kept-findings.ts';

const calendar = exchangeCalendar(exchangeFacts);
const findings = keptFindings();
const body = (): string => fixture('yahoo/aapl-chart.json').replaceAll('"AAPL"', '"^RUT"');

describeWebSource('Closes of Yahoo', {
  terms: YAHOO_TERMS,
  ask: (web, signal) => createYahooCloses({ web, calendar, findings }).closes('RUT', signal),
  body,
  renamed: (text) => text.replace('"indicators"', '"series"'),
});

describeWebSource('A quote of Yahoo', {
  terms: YAHOO_TERMS,
  ask: (web, signal) => createYahooQuotes({ web }).quote('RUT', signal),
  body,
  renamed: (text) => text.replace('"meta"', '"facts"'),
});

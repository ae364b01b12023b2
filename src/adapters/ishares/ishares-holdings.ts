import { z } from 'zod';
import { SourceChanged } from '#domain/problem.ts';
import type { Constituents, Holdings } from '#ports/sources/market-data.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { readCsv } from '#adapters/csv/read-csv.ts';

type Fund = Parameters<Constituents['holdings']>[0];

const SITE = 'https://www.ishares.com/us/products';
const FILE = '1467271812596.ajax?fileType=csv&dataType=fund&fileName=';

/** @see https://www.ishares.com/us/products/239710/ishares-russell-2000-etf */
const PAGES: Readonly<Record<Fund, string>> = {
  IWM: `${SITE}/239710/ishares-russell-2000-etf/${FILE}IWM_holdings`,
  IVV: `${SITE}/239726/ishares-core-sp-500-etf/${FILE}IVV_holdings`,
};

/** Shares that each must hold at least, so that half a file is not taken for an index. */
const FEWEST: Readonly<Record<Fund, number>> = { IWM: 1500, IVV: 400 };

const SOURCE = 'iShares';

/** Bytes: the longer file has about half a million. */
const LARGEST = 4 * 1024 * 1024;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov 25, 2026` or `25-Nov-2026`. */
const HELD_ON =
  /^\uFEFF?"?Fund Holdings as of"?,"?(?:(?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}), (?<year>\d{4})|(?<day2>\d{1,2})-(?<month2>[A-Z][a-z]{2})-(?<year2>\d{4}))"?/m;

/** Where the table begins: above it stands what the fund says of itself, below it what its lawyers say. */
const HEADER = /^"?Ticker"?,/m;

/** The shares that funds hold, as iShares publishes them each day. */
export function createIsharesHoldings({ client }: { readonly client: HttpClient }): Constituents {
  return {
    source: SOURCE,

    async holdings(fund, signal) {
      const { body } = await client.ask({ url: PAGES[fund], largest: LARGEST }, signal);
      return readHoldings(body, fund);
    },
  };
}

function readHoldings(body: string, fund: Fund): Holdings {
  const start = HEADER.exec(body)?.index;
  if (start === undefined) {
    throw new SourceChanged(SOURCE, `${fund}: no line that begins with Ticker`);
  }
  const columns = [['Ticker'], ['Asset Class']];
  const rows = readCsv(body.slice(start), { source: SOURCE, columns, hasTrailer: true });
  const tickers = new Set(rows.filter(([, kind]) => kind === 'Equity').map(([ticker]) => bare(ticker)));
  tickers.delete('');
  if (tickers.size < FEWEST[fund]) {
    throw new SourceChanged(SOURCE, `${fund}: ${tickers.size} shares, expected at least ${FEWEST[fund]}`);
  }
  return { asOf: heldOn(body.slice(0, start), fund), tickers: [...tickers] };
}

/** `BRK.B`, `BRK-B` and `BRK B` are one share. */
function bare(ticker = ''): string {
  return ticker.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

function heldOn(preamble: string, fund: Fund): string {
  const { day, day2, month, month2, year, year2 } = HELD_ON.exec(preamble)?.groups ?? {};
  const place = MONTHS.indexOf(month ?? month2 ?? '') + 1;
  const date = [year ?? year2, String(place).padStart(2, '0'), (day ?? day2)?.padStart(2, '0')].join('-');
  if (!z.iso.date().safeParse(date).success) {
    throw new SourceChanged(SOURCE, `${fund}: no day that the holdings are of`);
  }
  return date;
}

import { readFileSync } from 'node:fs';
import type { Question, Reply } from './loopback-provider.ts';

type Row = Readonly<Record<string, string>>;

const FOLDER = new URL('../../../src/adapters/recorded/episodes/', import.meta.url);

/** The recorded market of the repository up to a session, oldest first. */
export function recordedRows(until: string): readonly Row[] {
  const [header = '', ...lines] = readFileSync(new URL('market.csv', FOLDER), 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines
    .map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']));
    })
    .filter(({ session = '' }) => session > '2023-01-01' && session <= until);
}

const YAHOO_NAMES: Readonly<Record<string, string>> = { '^RUT': 'rut', '^GSPC': 'spx', '^VIX': 'vix' };

/**
 * Cboe and Yahoo as they stand in the morning after a session: real closes in the shape of each.
 *
 * @param until - the last session that is over
 */
export function marketProvider(until: string): (question: Question) => Reply {
  const rows = recordedRows(until);
  return ({ url }) => {
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    if (name.endsWith('_History.csv')) {
      return tableOf(rows, name.replace('_History.csv', '').toLowerCase());
    }
    if (url.pathname.includes('/delayed_quotes/quotes/_')) {
      return quoteOf(rows.at(-1), until, name.replace(/_|\.json/g, '').toLowerCase());
    }
    const column = YAHOO_NAMES[name];
    return column === undefined ? { status: 404 } : chartOf(rows, name, column);
  };
}

function tableOf(rows: readonly Row[], column: string): Reply {
  const lines = rows
    .filter((row) => (row[column] ?? '') !== '')
    .map(({ session = '', [column]: close = '' }) => {
      const [year = '', month = '', day = ''] = session.split('-');
      return `${month}/${day}/${year},${Number(close).toFixed(6)}`;
    });
  const header = `DATE,${column.toUpperCase()}`;
  return lines.length === 0 ? { status: 403 } : { body: [header, ...lines, ''].join('\r\n') };
}

function quoteOf(row: Row | undefined, session: string, column: string): Reply {
  const close = Number(row?.[column]);
  const data = { current_price: close, close, last_trade_time: `${session}T16:15:00` };
  return close > 0 ? { body: JSON.stringify({ timestamp: `${session} 20:30:00`, data }) } : { status: 403 };
}

/** Yahoo stamps a bar with the opening of its session; 13:30 UTC is after it in winter too, and on the same day. */
function chartOf(rows: readonly Row[], symbol: string, column: string): Reply {
  const times = rows.map(({ session = '' }) => Date.parse(`${session}T14:30:00Z`) / 1_000);
  const close = rows.map((row) => Math.fround(Number(row[column])));
  const meta = { symbol, regularMarketPrice: close.at(-1), regularMarketTime: times.at(-1) };
  const result = [{ meta, timestamp: times, indicators: { quote: [{ close }] } }];
  return { body: JSON.stringify({ chart: { result, error: null } }) };
}

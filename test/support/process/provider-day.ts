import { fixture } from '#test/support/http/fixture.ts';
import type { Question, Reply } from '#test/support/http/loopback-provider.ts';
import { marketProvider } from '#test/support/http/market-provider.ts';

/** The release of consumer prices for July 2024, as every provider told of it. */
export const RELEASE = { id: 'CPI-2024-08-14', at: Date.parse('2024-08-14T08:30:00-04:00') } as const;

/** The last session before it. */
const SESSION_BEFORE = '2024-08-13';

const MONTH = { year: '2024', period: 'M07', day: '2024-07-01' } as const;

type BlsBody = {
  readonly Results: {
    readonly series: readonly { readonly seriesID: string; readonly data: readonly BlsRow[] }[];
  };
};
type BlsRow = { readonly year: string; readonly period: string };
type FredBody = { readonly observations: readonly { readonly date: string; readonly value: string }[] };

const BLS: BlsBody = JSON.parse(fixture('bls/cpi-2024-07.composed.json'));
const FRED: ReadonlyMap<string, FredBody> = new Map(
  ['CPIAUCSL', 'CPILFESL', 'CPIAUCNS'].map((series): [string, FredBody] => [
    series,
    JSON.parse(fixture(`fred/${series.toLowerCase()}-2024-07.composed.json`)),
  ]),
);

/** Yields, the dollar and a spread of the days before: the last two of each. Values are placeholders. */
const CONTEXT: Readonly<Record<string, number>> = {
  DGS3MO: 5.3,
  DGS2: 3.98,
  DGS10: 3.85,
  DFII10: 1.76,
  DTWEXBGS: 122.4,
  BAMLH0A0HYM2: 3.45,
};

/** Forecasts of the week, of which those of the release are used. */
const WEEK = JSON.stringify(
  [
    ['CPI m/m', '0.2%', '-0.1%'],
    ['Core CPI m/m', '0.2%', '0.1%'],
    ['CPI y/y', '3.0%', '3.0%'],
  ].map(([title, forecast, previous]) => ({
    title,
    country: 'USD',
    date: '2024-08-14T08:30:00-04:00',
    impact: 'High',
    forecast,
    previous,
  })),
);

/** What happens on the day; instants are epoch milliseconds (UTC). */
export type ProviderDay = {
  readonly now: () => number;
  /** When BLS shows the new month; absent: never. */
  publishedAt?: number;
  /** The same of FRED. */
  mirroredAt?: number;
  /** A headline level that FRED shows instead of what BLS published. */
  mirroredLevel?: string;
  /** Hosts that answer 503. */
  readonly down: Set<string>;
  /** The last session of which closes are there; the one before the release unless told. */
  lastSession?: string;
};

/**
 * Every provider on the day of a release, each under its own host: real figures and closes in the shape of each.
 *
 * @returns answers to questions that name the host in the first part of their path
 */
export function providerDay(day: ProviderDay): (question: Question) => Reply {
  return (question) => {
    const [, host = '', ...path] = question.url.pathname.split('/');
    const url = new URL(`https://${host}/${path.join('/')}${question.url.search}`);
    if (day.down.has(host)) {
      return { status: 503 };
    }
    return answerOf(day, host, { ...question, url });
  };
}

function answerOf(day: ProviderDay, host: string, question: Question): Reply {
  switch (host) {
    case 'api.bls.gov':
      return question.body.includes('CUSR0000SA0') ? blsReply(day) : { status: 404 };
    case 'api.stlouisfed.org':
      return fredReply(day, question.url.searchParams);
    case 'nfs.faireconomy.media':
      return { body: WEEK };
    default:
      return marketProvider(day.lastSession ?? SESSION_BEFORE)(question);
  }
}

function isPast(instant: number | undefined, { now }: ProviderDay): boolean {
  return instant !== undefined && now() >= instant;
}

function blsReply(day: ProviderDay): Reply {
  const isOut = isPast(day.publishedAt, day);
  const isShown = ({ year, period }: BlsRow): boolean =>
    isOut || year !== MONTH.year || period !== MONTH.period;
  const series = BLS.Results.series.map((one) => ({ ...one, data: one.data.filter(isShown) }));
  return { body: JSON.stringify({ ...BLS, Results: { series } }) };
}

function fredReply(day: ProviderDay, query: URLSearchParams): Reply {
  const series = query.get('series_id') ?? '';
  const vintage = query.get('realtime_start') ?? '';
  const realtime = { realtime_start: vintage, realtime_end: vintage };
  const found = FRED.get(series)?.observations ?? contextOf(series, vintage);
  if (!found) {
    return { status: 404 };
  }
  const isOut = isPast(day.mirroredAt, day);
  const observations = found
    .filter(({ date }) => isOut || date !== MONTH.day)
    .map(({ date, value }) => ({ date, value: levelOf(day, series, date) ?? value, ...realtime }));
  return { body: JSON.stringify({ ...realtime, units: 'lin', observations }) };
}

function levelOf({ mirroredLevel }: ProviderDay, series: string, date: string): string | undefined {
  return series === 'CPIAUCSL' && date === MONTH.day ? mirroredLevel : undefined;
}

function contextOf(series: string, vintage: string): FredBody['observations'] | undefined {
  const level = CONTEXT[series];
  return level === undefined
    ? undefined
    : Array.from({ length: 12 }, (_, place) => {
        const at = Date.parse(vintage) - (12 - place) * 86_400_000;
        return { date: new Date(at).toISOString().slice(0, 10), value: (level + place / 100).toFixed(2) };
      });
}

import { newYorkDay } from '#calendar/new-york.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { FiguresSource } from '#ports/sources/release-data.ts';
import type { HttpClient, HttpRequest } from '#ports/sources/http-client.ts';
import { hideSecrets } from '#adapters/http/hide-secrets.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { type IndexLevels, showFigures } from '#adapters/price-index/show-figures.ts';
import { Answered, type BlsSeries, Status } from './schema.ts';
import { BLS_SERIES } from './bls-series.ts';

const ADDRESS = 'https://api.bls.gov/publicAPI/v2/timeseries/data/';
const SOURCE = 'BLS';

/** The change on the year of the month before the newest one starts in the year before last, at most. */
const YEARS_BACK = 2;

/** The average of a year stands behind its twelve months. */
const YEAR_AVERAGE = 'M13';

export type BlsParts = {
  readonly client: HttpClient;
  readonly clock: MarketClock;
  /** Of BLS; without one it answers 25 questions a day. */
  readonly key: string | undefined;
};

/** The figures of a report as the Bureau of Labor Statistics shows them: all series in one question. */
export function createBlsFigures({ client, clock, key }: BlsParts): FiguresSource {
  return {
    source: SOURCE,
    pace: key === undefined ? 'keyless' : 'keyed',

    async look(kind, signal) {
      const year = Number(newYorkDay(clock.now()).slice(0, 4));
      const { body } = await client.ask(question(kind, year, key), signal);
      const series = readSeries(body, key);
      const { headline, core, headlineYearly } = BLS_SERIES[kind];
      const shown = showFigures({
        headline: levelsOf(series, headline),
        core: levelsOf(series, core),
        headlineYearly: levelsOf(series, headlineYearly),
      });
      return shown && { ...shown, quality: 'live' };
    },
  };
}

/** The key is honoured in the body only. */
function question(kind: ReleaseKind, year: number, key: string | undefined): HttpRequest {
  return {
    url: ADDRESS,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      seriesid: Object.values(BLS_SERIES[kind]),
      startyear: String(year - YEARS_BACK),
      endyear: String(year),
      ...(key !== undefined && { registrationkey: key }),
    }),
    isWhole: isWholeJson,
  };
}

/** Whoever is refused gets a success with a status, whose message quotes the key. */
function readSeries(body: string, key: string | undefined): readonly BlsSeries[] {
  const { status, message } = readJson(SOURCE, body, Status);
  if (status === 'REQUEST_SUCCEEDED') {
    return readJson(SOURCE, body, Answered).Results.series;
  }
  const reason = hideSecrets(`${status} ${message.join(' ')}`.trim(), key === undefined ? [] : [key]);
  if (/key\b.*\binvalid/i.test(reason)) {
    throw new SourceChanged(SOURCE, `it does not know the key in BLS_API_KEY (${reason})`);
  }
  throw new SourceUnavailable(SOURCE, { cause: new Error(reason) });
}

function levelsOf(all: readonly BlsSeries[], series: string): IndexLevels {
  const match = all.find(({ seriesID }) => seriesID === series);
  const rows = match?.data.filter(({ period }) => period !== YEAR_AVERAGE) ?? [];
  if (rows.length === 0) {
    throw new SourceChanged(SOURCE, `no figures of ${series}`);
  }
  const months = rows.map(({ year, period, value, footnotes = [] }) => {
    const remark = footnotes.flatMap((footnote) => footnote?.text ?? []).join(' ');
    const { level } = value;
    return [
      `${year}-${period.slice(1)}`,
      level === undefined ? { missing: remark || 'not published' } : { level },
    ] as const;
  });
  return { series, months: new Map(months) };
}

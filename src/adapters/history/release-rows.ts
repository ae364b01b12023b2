import { newYorkInstant } from '#calendar/new-york.ts';
import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import { type FirstPrint, TICK, type Ticks } from '#domain/releases/print.ts';
import type { Cells } from './grow-table.ts';

export const RELEASE_COLUMNS = [
  'release',
  'reference_month',
  'release_date',
  'release_datetime_utc',
  ...['headline_mom', 'core_mom', 'headline_yoy'].flatMap((series) => [
    `${series}_actual`,
    `${series}_consensus`,
    `${series}_previous`,
  ]),
  'headline_mom_consensus_source',
  'core_mom_consensus_source',
  'notes',
];

/** A row of the table of releases. Where nobody's forecast was captured before the release, its cells stay blank. */
export function releaseRow(print: FirstPrint, forecasts: CapturedForecasts | undefined): Cells {
  const { kind, referenceMonth, day, headline, core, headlineYearly } = print;
  const expected = forecasts?.figures;
  const source = (ticks: Ticks | undefined): string => (ticks === undefined ? '' : (forecasts?.source ?? ''));
  return {
    release: kind,
    reference_month: referenceMonth,
    release_date: day,
    release_datetime_utc: new Date(newYorkInstant(day, '08:30')).toISOString().replace('.000', ''),
    ...series('headline_mom', headline, expected?.headline.consensus),
    ...series('core_mom', core, expected?.core.consensus),
    ...series('headline_yoy', headlineYearly, expected?.headlineYearly.consensus),
    headline_mom_consensus_source: source(expected?.headline.consensus),
    core_mom_consensus_source: source(expected?.core.consensus),
  };
}

function series(name: string, { actual, previous }: FirstPrint['core'], consensus: Ticks | undefined): Cells {
  return {
    [`${name}_actual`]: percentText(actual),
    [`${name}_consensus`]: percentText(consensus),
    [`${name}_previous`]: percentText(previous),
  };
}

function percentText(ticks: Ticks | undefined): string {
  return ticks === undefined ? '' : String(Number((ticks * TICK).toFixed(2)));
}

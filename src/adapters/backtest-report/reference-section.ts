import type { BacktestStudy, ReleaseRow } from '#domain/history/backtest.ts';
import { table } from './numbers.ts';

/** What the method's own description counts from 2010-01 to 2024-08. */
const REFERENCE = {
  from: '2010-01-01',
  until: '2024-08-30',
  counts: { releases: 352, weak: 99, lag: 38, confirmed: 4 },
  confirmed: ['2014-09-17', '2018-10-11', '2020-03-12', '2023-03-15'],
} as const;

/** Whether this run finds what the method's description counts, and if not, why it may differ. */
export function referenceSection(study: BacktestStudy): string {
  const inside = study.rows.filter(
    ({ releasedOn }) => releasedOn >= REFERENCE.from && releasedOn <= REFERENCE.until,
  );
  const counts = {
    releases: inside.length,
    weak: inside.filter(({ weak }) => weak).length,
    lag: inside.filter(({ weak, firsts }) => weak && firsts.lag !== undefined).length,
    confirmed: inside.filter(({ confirmedOn }) => confirmedOn !== undefined).length,
  };
  const keys = ['releases', 'weak', 'lag', 'confirmed'] as const;
  return [
    '## Against the method’s own count',
    '',
    table(
      ['2010-01 to 2024-08', ...keys],
      [
        ['described', ...keys.map((key) => `${REFERENCE.counts[key]}`)],
        ['this run', ...keys.map((key) => `${counts[key]}`)],
      ],
    ),
    '',
    explanation(
      study,
      inside,
      keys.every((key) => counts[key] === REFERENCE.counts[key]),
    ),
  ].join('\n');
}

function explanation(
  { from, until, changed }: BacktestStudy,
  inside: readonly ReleaseRow[],
  same: boolean,
): string {
  const days = inside.filter(({ confirmedOn }) => confirmedOn).map(({ releasedOn }) => releasedOn);
  const missing = REFERENCE.confirmed.filter((day) => !days.includes(day));
  const added = days.filter((day) => !REFERENCE.confirmed.some((known) => known === day));
  if (same && missing.length + added.length === 0) {
    return `Reproduced: confirmed are the releases of ${days.join(', ')}.`;
  }
  const reasons = [
    ...(changed.length > 0
      ? [`other thresholds are set (${changed.map(({ key, value }) => `${key} ${value}`).join(', ')})`]
      : []),
    ...(from > REFERENCE.from || until < REFERENCE.until ? [`the period is ${from} to ${until}`] : []),
  ];
  return [
    `Not the same, ${reasons.length > 0 ? `because ${reasons.join(' and ')}` : 'with the same thresholds and period: the tables of this history differ from those described, and that has to be found out before anything else is read from this report'}.`,
    ...(missing.length > 0 ? [`Described as confirmed and not here: ${missing.join(', ')}.`] : []),
    ...(added.length > 0 ? [`Confirmed here and not described: ${added.join(', ')}.`] : []),
  ].join(' ');
}

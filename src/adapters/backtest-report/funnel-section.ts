import type { BacktestStudy, ConfirmedAfter, FunnelId, ReleaseRow } from '#domain/history/backtest.ts';
import { OUTCOME_NAMES, plain, signed, table } from './numbers.ts';

export const FUNNEL_NAMES: Readonly<Record<FunnelId, string>> = {
  released: 'releases',
  classified: 'classified',
  weak: 'weak or very weak',
  lag: 'with lag in the window',
  'lag+trend': 'and below the average, same close',
  'lag+breadth': 'and breadth, same close',
  'lag+rsi': 'and RSI, same close',
  'lag+macd': 'and MACD, same close',
  confirmed: 'confirmed: lag, RSI and MACD',
  raised: 'hedge raised',
};

/** From all releases to the raises, and every confirmed one by its date. */
export function funnelSection({ funnel, rows, confirmations }: BacktestStudy): string {
  const confirmed = rows.filter(({ confirmedOn }) => confirmedOn !== undefined);
  return [
    '## From release to raise',
    '',
    '![From release to raise](funnel.png)',
    '',
    table(
      ['', 'releases'],
      funnel.map(({ id, count }) => [FUNNEL_NAMES[id], `${count}`]),
    ),
    '',
    '### Every confirmed release',
    '',
    confirmed.length === 0
      ? 'None.'
      : table(
          ['release', 'class', 'Z', 'first lag', 'confirmed', 'VIX then', 'came of it', 'limits that bound'],
          confirmed.map((row) => confirmedLine(row, confirmations)),
        ),
    '',
    ...(confirmed.length === 0 ? [] : [followed(confirmations)]),
  ].join('\n');
}

function confirmedLine(row: ReleaseRow, confirmations: readonly ConfirmedAfter[]): readonly string[] {
  const vix = confirmations.find(({ releaseId }) => releaseId === row.releaseId)?.vixLevel;
  return [
    row.releaseId,
    `${row.class}${row.fragile ? ' (fragile)' : ''}`,
    signed(row.z),
    row.firsts.lag ?? '–',
    row.confirmedOn ?? '–',
    plain(vix),
    row.outcome === 'raised' ? 'raised' : 'stood down',
    row.limits.join(', ') || '–',
  ];
}

function followed(confirmations: readonly ConfirmedAfter[]): string {
  const columns = confirmations[0]?.after ?? [];
  const outcomes = [...new Set(columns.map(({ outcome }) => outcome))];
  const horizons = [...new Set(columns.map(({ horizon }) => horizon))];
  return [
    'What came after each confirming close, in sessions:',
    '',
    table(
      ['release', 'what', ...horizons.map((horizon) => `+${horizon}`)],
      confirmations.flatMap(({ releaseId, after }) =>
        outcomes.map((outcome) => [
          releaseId,
          OUTCOME_NAMES[outcome],
          ...horizons.map((horizon) =>
            signed(after.find((cell) => cell.outcome === outcome && cell.horizon === horizon)?.value),
          ),
        ]),
      ),
    ),
    '',
  ].join('\n');
}

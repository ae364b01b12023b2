import type { BacktestStudy } from '#domain/history/backtest.ts';
import { counted, plain, signed, table } from './numbers.ts';

/** Years apart, prints that the story does not expect, and other thresholds. */
export function robustnessSection(study: BacktestStudy): string {
  return [regimes(study), '', counterExamples(study), '', grid(study)].join('\n');
}

function regimes({ regimes: rows }: BacktestStudy): string {
  const wanted = ['released', 'weak', 'lag', 'confirmed', 'raised'];
  return [
    '## By regime',
    '',
    'The last two columns are means over the five sessions after the first lag; with so few they are descriptions.',
    '',
    table(
      ['', ...wanted, 'VIX +5', 'RUT less SPX +5, %'],
      rows.map(({ regime, funnel, lagged }) => [
        regime,
        ...wanted.map((id) => `${funnel.find((stage) => stage.id === id)?.count ?? 0}`),
        signed(lagged.vix),
        signed(lagged.relative),
      ]),
    ),
  ].join('\n');
}

function counterExamples({ counterExamples: rows }: BacktestStudy): string {
  return [
    '## Three weak prints after which small caps led',
    '',
    'A weak print is no omen for small caps: on these three days they rose more than large ones. The chain "weak print, small caps lag, volatility" is a conjunction to be observed, not an implication.',
    '',
    rows.length === 0
      ? 'None of the three lies in this period.'
      : table(
          ['release', 'class', 'Z', 'RUT day 0, %', 'SPX day 0, %', 'highest state', 'raised'],
          rows.map((row) => [
            row.releaseId,
            row.class,
            signed(row.z),
            signed(row.rut),
            signed(row.spx),
            row.highestState,
            row.raised ? 'yes' : 'no',
          ]),
        ),
  ].join('\n');
}

function grid({ grid: rows, expectedMaximum }: BacktestStudy): string {
  return [
    '## Other thresholds',
    '',
    `One threshold at a time, and the presets. All ${rows.length} are shown and none is recommended: the best of ${rows.length + 1} tries that do nothing is expected to look ${plain(expectedMaximum, 1)} standard deviations good (they overlap, so somewhat less here).`,
    '',
    table(
      ['threshold', 'value', 'weak', 'lag', 'confirmed', 'raised', 'up-steps', 'above base earned'],
      rows.map(({ key, value, weak, lag, confirmed, raised, steps, extra }) => [
        key,
        value,
        ...[weak, lag, confirmed, raised, steps].map(String),
        steps === 0 ? '–' : signed(extra),
      ]),
    ),
    '',
    `${counted(rows.filter(({ steps, extra }) => steps > 0 && extra < 0).length, 'variant')} of those that raised lost on what they held above base.`,
  ].join('\n');
}

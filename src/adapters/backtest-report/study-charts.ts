import { plural } from '#domain/plural.ts';
import type { BacktestStudy, StageId } from '#domain/history/backtest.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import { FUNNEL_NAMES } from './funnel-section.ts';
import { counted, OUTCOME_NAMES } from './numbers.ts';

/** The pictures of a report by their file names. */
export function studyCharts(study: BacktestStudy): readonly (readonly [name: string, StudyChart])[] {
  return [
    ['funnel.png', funnelChart(study)],
    ['ratio.png', ratioChart(study)],
    ['outcomes.png', outcomeChart(study, 'lag')],
  ];
}

function funnelChart({ funnel, from, until }: BacktestStudy): StudyChart {
  return {
    form: 'bars',
    title: 'From release to raise',
    subtitle: `CPI and PPI releases, ${from} to ${until}`,
    bars: funnel.map(({ id, count }) => ({
      label: FUNNEL_NAMES[id],
      count,
      ...(id.startsWith('lag+') && { indented: true }),
    })),
  };
}

function ratioChart({ from, until, base, confirmed, steps, rows }: BacktestStudy): StudyChart {
  return {
    form: 'steps',
    title: 'Programme ratio',
    subtitle: `${counted(steps.length, 'step')} in all. Yellow: confirmed and raised. Orange: confirmed, stood down.`,
    from: Date.parse(from),
    until: Date.parse(until),
    start: base,
    steps: steps.map(({ session, to }) => ({ at: Date.parse(session), to })),
    levels: [
      { value: base, label: `base ${base.toFixed(2)}` },
      { value: confirmed, label: `confirmed ${confirmed.toFixed(2)}` },
    ],
    marks: rows.flatMap(({ confirmedOn, outcome }) =>
      confirmedOn === undefined
        ? []
        : [{ at: Date.parse(confirmedOn), label: confirmedOn, raised: outcome === 'raised' }],
    ),
  };
}

function outcomeChart({ outcomes }: BacktestStudy, stage: StageId): StudyChart {
  const cells = outcomes.filter((cell) => cell.stage === stage && cell.difference !== undefined);
  const ids = [...new Set(cells.map(({ outcome }) => outcome))];
  const [first] = cells;
  return {
    form: 'intervals',
    title: 'After a weak print with lag',
    subtitle: `Difference to matched windows without a release, 95 % bootstrap over ${counted(first?.clusters ?? 0, 'event')}, not corrected for looking at ${cells.length}. Yellow: does not span zero.`,
    groups: ids.map((id) => ({
      label: OUTCOME_NAMES[id].replace(/, \S+$/, ''),
      unit: OUTCOME_NAMES[id].endsWith('%') ? '%' : 'points',
      rows: cells
        .filter(({ outcome }) => outcome === id)
        .map(({ horizon, difference = 0, interval }) => ({
          label: `+${horizon} ${plural(horizon, 'session')}`,
          mean: difference,
          ...interval,
        })),
    })),
  };
}

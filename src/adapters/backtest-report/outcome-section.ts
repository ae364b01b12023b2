import type { BacktestStudy, OutcomeCell, StageId } from '#domain/history/backtest.ts';
import { between, OUTCOME_NAMES, plain, shareBetween, signed, STAGE_NAMES, table } from './numbers.ts';

const STAGES: readonly StageId[] = ['weak', 'lag', 'confirmed'];

const HEAD = [
  'what',
  'sessions',
  'n',
  'events',
  'mean',
  'median',
  'above 0',
  'Wilson 95 %',
  'matched mean',
  'difference',
  'bootstrap 95 %',
  'p',
  'p, Holm',
];

/** What came after each stage, beside windows without a release. */
export function outcomeSection({ outcomes, bootstrap }: BacktestStudy): string {
  return [
    '## What followed',
    '',
    '![What followed, less matched windows](outcomes.png)',
    '',
    'Looking begins at the close at which a stage was reached. Matched windows begin on the same weekday with the VIX in the same third of its last 252 sessions, and touch no release (day 0 to 5); they lie anywhere in the period, so they are a yardstick and nothing to trade on.',
    `Intervals are percentiles of ${bootstrap.draws.toLocaleString('en-US')} draws over events (seed ${bootstrap.seed}), a CPI and a PPI of one week together; windows of 21 sessions are drawn in blocks of two neighbouring events, since they reach into the next release. Fewer than five events have no interval. Holm’s correction is over all cells of a table.`,
    '"VX2 held" is the second-month VIX future held and rolled, in index points.',
    ...STAGES.flatMap((stage) => ['', `### After a ${STAGE_NAMES[stage]}`, '', stageTable(outcomes, stage)]),
  ].join('\n');
}

function stageTable(outcomes: readonly OutcomeCell[], stage: StageId): string {
  return table(
    HEAD,
    outcomes
      .filter((cell) => cell.stage === stage)
      .map((cell) => [
        OUTCOME_NAMES[cell.outcome],
        `+${cell.horizon}`,
        `${cell.count}`,
        `${cell.clusters}`,
        signed(cell.mean),
        signed(cell.median),
        `${cell.positive}`,
        shareBetween(cell.positiveShare),
        signed(cell.matched),
        signed(cell.difference),
        between(cell.interval),
        plain(cell.chance, 3),
        plain(cell.chanceHolm, 3),
      ]),
  );
}

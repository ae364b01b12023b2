import type { FunnelId, FunnelStage, ReleaseRow } from '#domain/history/backtest.ts';

const STAGES: readonly (readonly [FunnelId, (row: ReleaseRow) => boolean])[] = [
  ['released', () => true],
  ['classified', (row) => row.class !== 'unclassified'],
  ['weak', (row) => row.weak],
  ['lag', hasLagged],
  ['lag+trend', (row) => hasLagged(row) && row.withLag.trend !== undefined],
  ['lag+breadth', (row) => hasLagged(row) && row.withLag.breadth !== undefined],
  ['lag+rsi', (row) => hasLagged(row) && row.withLag.rsi !== undefined],
  ['lag+macd', (row) => hasLagged(row) && row.withLag.macd !== undefined],
  ['confirmed', (row) => row.confirmedOn !== undefined],
  ['raised', (row) => row.outcome === 'raised'],
];

/** How many releases came how far; those with lag are weak ones. */
export function countFunnel(rows: readonly ReleaseRow[]): readonly FunnelStage[] {
  return STAGES.map(([id, holds]) => ({ id, count: rows.filter(holds).length }));
}

/** Whether small caps fell behind at a close of a weak print's own window. */
export function hasLagged({ weak, firsts }: ReleaseRow): boolean {
  return weak && firsts.lag !== undefined;
}

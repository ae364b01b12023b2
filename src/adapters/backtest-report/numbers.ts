import { plural } from '#domain/plural.ts';
import type { Interval, OutcomeId, StageId, StrategyId } from '#domain/history/backtest.ts';

/** Written where a value is not known. */
const NONE = 'n/a';

/** A number with its sign; zero has none. */
export function signed(value: number | undefined, decimals = 2): string {
  if (value === undefined) {
    return NONE;
  }
  const text = Math.abs(value).toFixed(decimals);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
}

/** A number that is never below zero by nature, or whose minus alone is of interest. */
export function plain(value: number | undefined, decimals = 2): string {
  return value === undefined ? NONE : value.toFixed(decimals).replace('-', '−');
}

export function percent(share: number | undefined): string {
  return share === undefined ? NONE : `${Math.round(share * 100)} %`;
}

export function between(interval: Interval | undefined): string {
  return interval ? `${signed(interval.low)} to ${signed(interval.high)}` : 'too few';
}

export function shareBetween(interval: Interval | undefined): string {
  return interval ? `${percent(interval.low)}–${percent(interval.high)}` : NONE;
}

/** A Markdown table; the first column is text, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** One thing in the singular, others in the plural. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${plural(count, one, many)}`;
}

export const OUTCOME_NAMES: Readonly<Record<OutcomeId, string>> = {
  relative: 'RUT less SPX, %',
  spx: 'SPX, %',
  vix: 'VIX, points',
  futures: 'VX2 held, points',
};

export const STAGE_NAMES: Readonly<Record<StageId, string>> = {
  weak: 'weak print (from the close of day 0)',
  lag: 'weak print with lag (from the first close with lag)',
  confirmed: 'confirmation (from the confirming close)',
};

export const STRATEGY_NAMES: Readonly<Record<StrategyId, string>> = {
  none: 'no hedge',
  base: 'always at base',
  confirmed: 'always at confirmed',
  rule: 'the rule',
};

import { z } from 'zod';
import { TICK, type Figure, type Figures, type Ticks } from '#domain/releases/print.ts';
import { known } from './read-table.ts';

const TICKS_IN_ONE = Math.round(1 / TICK);

/** A percent value as whole ticks. */
const Tick = known
  .transform((percent) => (percent === undefined ? undefined : tidy(percent * TICKS_IN_ONE)))
  .pipe(z.int().optional());

/** 0.15 × 20 is 3.0000000000000004 in binary; a value between two ticks stays one and is refused. */
function tidy(ticks: number): number {
  return Number(ticks.toFixed(6));
}

/** The columns of figures that every table of prints has, percent. */
export const FIGURE_COLUMNS = {
  headline_mom_actual: Tick,
  headline_mom_consensus: Tick,
  headline_mom_previous: Tick,
  core_mom_actual: Tick,
  core_mom_consensus: Tick,
  core_mom_previous: Tick,
  headline_yoy_actual: Tick,
  headline_yoy_consensus: Tick,
  headline_yoy_previous: Tick,
};

type FigureRow = Readonly<Partial<Record<keyof typeof FIGURE_COLUMNS, Ticks | undefined>>>;

/**
 * The figures of a row.
 *
 * @param before - the same report's row before; absent for the first
 */
export function figuresOf(row: FigureRow, before: FigureRow | undefined): Figures {
  return {
    headline: figureOf(row, before, 'headline_mom'),
    core: figureOf(row, before, 'core_mom'),
    headlineYearly: figureOf(row, before, 'headline_yoy'),
  };
}

/**
 * The table has the month before as the calendars show it after the release, which may be restated. What was known
 * before is what the last print said.
 */
function figureOf(
  row: FigureRow,
  before: FigureRow | undefined,
  series: 'headline_mom' | 'core_mom' | 'headline_yoy',
): Figure {
  const shown = row[`${series}_previous`];
  const printed = before?.[`${series}_actual`] ?? shown;
  return {
    ...ifKnown('actual', row[`${series}_actual`]),
    ...ifKnown('consensus', row[`${series}_consensus`]),
    ...ifKnown('previous', printed),
    ...ifKnown('revisedPrevious', shown === printed ? undefined : shown),
  };
}

function ifKnown(name: keyof Figure, value: Ticks | undefined): Figure {
  return value === undefined ? {} : { [name]: value };
}

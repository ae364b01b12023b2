import { shiftMonth } from '#calendar/calendar-day.ts';
import type { Figure, Figures } from '#domain/releases/print.ts';
import type { ShownFigures } from '#domain/releases/poll.ts';
import { percentChange, type PercentChange } from './percent-change.ts';

/** Monthly levels of one price index. */
export type IndexLevels = {
  /** The source's name for it, such as `CUSR0000SA0`. */
  readonly series: string;
  /** By month, `YYYY-MM`: decimal text above 0, or the source's own words where it gives no number. */
  readonly months: ReadonlyMap<string, { readonly level: string } | { readonly missing: string }>;
};

/** The indices from which a report's figures follow. */
export type ReportIndices = {
  /** Seasonally adjusted; its change on the month is the headline. */
  readonly headline: IndexLevels;
  /** Seasonally adjusted, without food and energy. */
  readonly core: IndexLevels;
  /** Not adjusted; its change on the year is published. */
  readonly headlineYearly: IndexLevels;
};

const YEAR = 12;

/**
 * A report's figures as its index levels give them, for the newest month that is there in full.
 *
 * A month counts once every index has a line for it, and not while all its levels are still those of the month
 * before. There is no change across a month without a level.
 *
 * @returns `undefined` where no month counts
 */
export function showFigures(indices: ReportIndices): Omit<ShownFigures, 'quality'> | undefined {
  const all = [indices.headline, indices.core, indices.headlineYearly];
  const month = newestMonth(all);
  if (month === undefined) {
    return undefined;
  }
  const note = missingNote(all, month);
  return {
    referenceMonth: month,
    figures: {
      headline: figureOf(indices.headline, month, 1),
      core: figureOf(indices.core, month, 1),
      headlineYearly: figureOf(indices.headlineYearly, month, YEAR),
    },
    unrounded: unroundedOf(indices, month),
    values: all.map((index) => `${index.series}=${levelOf(index, month) ?? '-'}`).join(';'),
    ...(note !== undefined && { note }),
  };
}

function newestMonth(all: readonly IndexLevels[]): string | undefined {
  const [first, ...others] = all;
  return [...(first?.months.keys() ?? [])]
    .toSorted()
    .findLast(
      (month) =>
        others.every(({ months }) => months.has(month)) &&
        all.some((index) => levelOf(index, month) !== undefined) &&
        !all.every((index) => levelOf(index, month) === levelOf(index, shiftMonth(month, -1))),
    );
}

function levelOf({ months }: IndexLevels, month: string): string | undefined {
  const entry = months.get(month);
  return entry && 'level' in entry ? entry.level : undefined;
}

function changeOf(index: IndexLevels, month: string, span: number): PercentChange | undefined {
  const level = levelOf(index, month);
  const base = levelOf(index, shiftMonth(month, -span));
  return level === undefined || base === undefined ? undefined : percentChange(level, base);
}

function figureOf(index: IndexLevels, month: string, span: number): Figure {
  const actual = changeOf(index, month, span)?.published;
  const revisedPrevious = changeOf(index, shiftMonth(month, -1), span)?.published;
  return {
    ...(actual !== undefined && { actual }),
    ...(revisedPrevious !== undefined && { revisedPrevious }),
  };
}

function unroundedOf(
  { headline, core, headlineYearly }: ReportIndices,
  month: string,
): Partial<Record<keyof Figures, number>> {
  const changes = {
    headline: changeOf(headline, month, 1),
    core: changeOf(core, month, 1),
    headlineYearly: changeOf(headlineYearly, month, YEAR),
  };
  return {
    ...(changes.headline && { headline: changes.headline.unrounded }),
    ...(changes.core && { core: changes.core.unrounded }),
    ...(changes.headlineYearly && { headlineYearly: changes.headlineYearly.unrounded }),
  };
}

/** Names the months that a change would start from and that were not published. */
function missingNote(all: readonly IndexLevels[], month: string): string | undefined {
  const holes = [month, shiftMonth(month, -1), shiftMonth(month, -YEAR)].flatMap((hole) => {
    const reasons = all.flatMap(({ months }) => {
      const entry = months.get(hole);
      return entry && 'missing' in entry ? [entry.missing] : [];
    });
    return reasons[0] === undefined ? [] : [`${hole}: ${reasons[0]}`];
  });
  return holes.length > 0 ? holes.join('; ') : undefined;
}

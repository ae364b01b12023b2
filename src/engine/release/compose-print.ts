import type { Figure, Figures, Forecasts, Print } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ShownFigures } from '#domain/releases/poll.ts';

export type PrintParts = {
  readonly release: Release;
  readonly shown: ShownFigures;
  readonly source: string;
  /** Captured before the figures were public, or late. */
  readonly forecasts: Forecasts;
  /** The last print of the same report; absent before the first. */
  readonly last?: Print;
  /** Epoch milliseconds (UTC). */
  readonly releasedAt: number;
  readonly receivedAt: number;
};

/**
 * A first print: what was published beside what was expected.
 *
 * The month before is as our own last print had it; what the release says of it now is a revision. A month that our
 * last print does not speak of is as the source has it.
 */
export function composePrint({ release, shown, source, forecasts, last, ...times }: PrintParts): Print {
  const { id: releaseId, kind, scheduledAt } = release;
  const { referenceMonth, quality, note } = shown;
  const before = last && isMonthBefore(last.referenceMonth, referenceMonth) ? last.figures : undefined;
  const figure = (series: keyof Figures): Figure =>
    composeFigure(shown.figures[series], forecasts.figures[series].consensus, before?.[series].actual);
  return {
    releaseId,
    kind,
    referenceMonth,
    figures: { headline: figure('headline'), core: figure('core'), headlineYearly: figure('headlineYearly') },
    scheduledAt,
    ...times,
    source,
    ...(forecasts.source !== undefined && { consensusSource: forecasts.source }),
    ...(forecasts.isLate && { isConsensusLate: true }),
    quality,
    ...(note !== undefined && { note }),
  };
}

function composeFigure(
  { actual, previous, revisedPrevious }: Figure,
  consensus: number | undefined,
  printed: number | undefined,
): Figure {
  const before = printed ?? previous;
  const now = revisedPrevious ?? previous;
  return {
    ...(actual !== undefined && { actual }),
    ...(consensus !== undefined && { consensus }),
    ...(before !== undefined && { previous: before }),
    ...(now !== undefined && now !== before && { revisedPrevious: now }),
  };
}

function isMonthBefore(earlier: string, later: string): boolean {
  const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(later) - count(earlier) === 1;
}

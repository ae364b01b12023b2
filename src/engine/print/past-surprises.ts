import type { Figure, PastPrint, Surprise, Ticks } from '#domain/releases/print.ts';

/** Past surprises that a deviation is taken over. */
const LOOKBACK = 60;

export type SeriesName = Surprise['series'];

/** The last sixty surprises of one series that had a forecast, oldest first. */
export function pastSurprises(history: readonly PastPrint[], series: SeriesName): readonly Ticks[] {
  return history
    .map(({ figures }) => surpriseOf(figures[series]))
    .filter((surprise) => surprise !== undefined)
    .slice(-LOOKBACK);
}

function surpriseOf({ actual, consensus }: Figure): Ticks | undefined {
  return isKnown(actual) && isKnown(consensus) ? actual - consensus : undefined;
}

/** Whether a figure is there: a number, and not one that merely looks like it. */
export function isKnown(ticks: Ticks | undefined): ticks is Ticks {
  return ticks !== undefined && Number.isFinite(ticks);
}

import type { Poll, PrintStatus, SourcedFigures } from '#domain/releases/poll.ts';
import type { Figures, Print } from '#domain/releases/print.ts';

const SERIES = ['headline', 'core', 'headlineYearly'] as const satisfies readonly (keyof Figures)[];

/**
 * Whether a print stands: two sources that are independent of each other and agree confirm it.
 *
 * Each source counts with what it showed last. They agree where every change that both show is the same, and there is one.
 *
 * @param polls - of its release, oldest first
 * @param until - epoch milliseconds (UTC): what was shown later is not known yet
 */
export function printStatus(print: Print, polls: readonly Poll[], until: number): PrintStatus {
  const latest = new Map<string, SourcedFigures>();
  for (const { source, referenceMonth, figures, answeredAt } of polls) {
    const isAnother = source !== print.source && referenceMonth === print.referenceMonth;
    if (isAnother && figures && answeredAt <= until) {
      latest.set(source, { source, figures, at: answeredAt });
    }
  }
  const own = { source: print.source, figures: actualsOf(print.figures), at: print.receivedAt };
  const others = [...latest.values()];
  const looks = [own, ...others];
  if (others.some(({ figures }) => agree(own.figures, figures) === false)) {
    return { kind: 'disputed', looks };
  }
  const isSeconded = others.some(({ figures }) => agree(own.figures, figures) === true);
  return { kind: isSeconded ? 'confirmed' : 'provisional', looks };
}

/** What was published, without what was expected or known before. */
export function actualsOf(figures: Figures): Figures {
  const only = ({ actual }: Figures['core']): Figures['core'] => (actual === undefined ? {} : { actual });
  return {
    headline: only(figures.headline),
    core: only(figures.core),
    headlineYearly: only(figures.headlineYearly),
  };
}

/** `undefined` where they have nothing in common. */
function agree(one: Figures, other: Figures): boolean | undefined {
  const both = SERIES.filter(
    (series) => one[series].actual !== undefined && other[series].actual !== undefined,
  );
  return both.length === 0 ? undefined : both.every((series) => one[series].actual === other[series].actual);
}

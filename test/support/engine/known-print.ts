import type { Figure, Figures, PastPrint, Print } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { KnownPrint } from '#domain/signal/snapshot.ts';

/** Past surprises of one series, in ticks of 0.05 points, oldest first. */
export type Surprises = readonly number[];

/** As many past surprises as a deviation is taken over: alternately a tenth more and a tenth less. */
const USUAL_SURPRISES: Surprises = Array.from({ length: 60 }, (_, month) => (month % 2 === 0 ? 2 : -2));

export type PrintWish = {
  readonly kind?: ReleaseKind;
  /** Figures in ticks; the yearly one is absent unless told. */
  readonly core?: Figure;
  readonly headline?: Figure;
  readonly headlineYearly?: Figure;
  readonly past?: Surprises;
  readonly pastYearly?: Surprises;
  readonly dayZero?: string;
  readonly sessionBefore?: string;
  /** Milliseconds from publication until it was first seen. */
  readonly delay?: number;
};

/** A print and what it is measured against: in line with its forecasts, with what a test wants otherwise. */
export function aKnownPrint(wish: PrintWish = {}): KnownPrint {
  const { kind, dayZero, sessionBefore, delay, past, pastYearly, ...figures } = { ...IN_LINE, ...wish };
  const releasedAt = Date.parse(`${dayZero}T12:30:00Z`);
  const print: Print = {
    releaseId: `${kind}-${dayZero}`,
    kind,
    referenceMonth: '2014-08',
    figures,
    scheduledAt: releasedAt,
    releasedAt,
    receivedAt: releasedAt + delay,
    source: 'the statistics office',
    consensusSource: 'a survey',
    quality: 'recorded',
  };
  return { print, history: pastPrints(past, pastYearly), dayZero, sessionBefore };
}

const IN_LINE: Required<PrintWish> = {
  kind: 'CPI',
  core: { actual: 4, consensus: 4 },
  headline: { actual: 4, consensus: 4 },
  headlineYearly: {},
  past: USUAL_SURPRISES,
  pastYearly: [],
  dayZero: '2014-09-17',
  sessionBefore: '2014-09-16',
  delay: 0,
};

function pastPrints(monthly: Surprises, yearly: Surprises): readonly PastPrint[] {
  const length = Math.max(monthly.length, yearly.length);
  return Array.from({ length }, (_, month): PastPrint => ({
    date: `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`,
    figures: {
      core: surprised(monthly[month]),
      headline: surprised(monthly[month]),
      headlineYearly: surprised(yearly[month]),
    } satisfies Figures,
  }));
}

function surprised(surprise: number | undefined): Figure {
  return surprise === undefined ? {} : { actual: 4 + surprise, consensus: 4 };
}

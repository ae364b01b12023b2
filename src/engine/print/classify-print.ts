import { HOUR } from '#domain/duration.ts';
import type { Figures, PrintReading, Surprise } from '#domain/releases/print.ts';
import type { UnknownReason } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint } from '#domain/signal/snapshot.ts';
import { arePointsFragile, classOfPoints, classOfScore, isScoreFragile } from './print-class.ts';
import {
  composeSurprises,
  isKnown,
  surpriseAgainstConsensus,
  surpriseAgainstProxy,
} from './measure-surprise.ts';

/** Milliseconds after publication from which a print that is only now seen is late. */
const LATE_AFTER = 6 * HOUR;

/** The one-month changes that a print is judged by, the weightier first. */
const MONTHLY = ['core', 'headline'] as const;

/** The settings that a print's class depends on. */
export type PrintSettings = Pick<
  Settings,
  | 'print.method'
  | 'print.weakZ'
  | 'print.veryWeakZ'
  | 'print.coreWeight'
  | 'print.weakPoints'
  | 'print.requireConsensus'
>;

type Judged = Pick<
  Extract<PrintReading, { classified: true }>,
  'class' | 'method' | 'z' | 'band' | 'fragile' | 'surprises'
>;

/**
 * What a print says: how far it fell short of what was expected, in standard deviations of past surprises.
 *
 * Judged by the one-month changes against the consensus; by plain points where fewer than 24 past surprises are
 * known or the server wants it so; by points against the last three prints where nobody forecast; by the
 * twelve-month change alone where no one-month change was published. A print that none of this fits is
 * unclassified, never "in line".
 */
export function classifyPrint(known: KnownPrint, settings: PrintSettings): PrintReading {
  const { releaseId, kind, referenceMonth, releasedAt, receivedAt, figures } = known.print;
  const facts = {
    releaseId,
    kind,
    referenceMonth,
    late: receivedAt - releasedAt > LATE_AFTER,
    ...(known.standing && { standing: known.standing.kind }),
  };
  const judged = hasMonthly(figures) ? judgeMonthly(known, settings) : judgeYearly(known, settings);
  if (typeof judged === 'string') {
    return { classified: false, ...facts, reason: judged };
  }
  const isExpected = judged.surprises.every(({ against }) => against === 'consensus');
  const isLate = isExpected && known.print.isConsensusLate === true;
  return {
    classified: true,
    ...facts,
    ...judged,
    hasConsensus: isExpected && !isLate,
    ...(isLate && { isConsensusLate: true }),
  };
}

function hasMonthly(figures: Figures): boolean {
  return MONTHLY.some((series) => isKnown(figures[series].actual));
}

function judgeMonthly(known: KnownPrint, settings: PrintSettings): Judged | UnknownReason {
  const surprises = MONTHLY.map((series) => surpriseAgainstConsensus(known, series)).filter(isPresent);
  if (surprises.length === 0) {
    return judgeWithoutConsensus(known, settings);
  }
  const scored = settings['print.method'] === 'standardised' ? judgeScore(surprises, settings) : undefined;
  return scored ? { ...scored, method: 'standardised' } : judgePoints(known, surprises, settings);
}

function judgeWithoutConsensus(known: KnownPrint, settings: PrintSettings): Judged | UnknownReason {
  const surprises = MONTHLY.map((series) => surpriseAgainstProxy(known, series)).filter(isPresent);
  return settings['print.requireConsensus'] || surprises.length === 0
    ? 'no-consensus'
    : judgePoints(known, surprises, settings);
}

function judgeYearly(known: KnownPrint, settings: PrintSettings): Judged | UnknownReason {
  if (!isKnown(known.print.figures.headlineYearly.actual)) {
    return 'not-supplied';
  }
  const surprise = surpriseAgainstConsensus(known, 'headlineYearly');
  const scored = surprise && judgeScore([surprise], settings);
  return scored ? { ...scored, method: 'yearly' } : 'no-one-month-change';
}

function judgeScore(
  surprises: readonly Surprise[],
  settings: PrintSettings,
): Omit<Judged, 'method'> | undefined {
  const composite = composeSurprises(surprises, settings['print.coreWeight']);
  if (!composite) {
    return undefined;
  }
  const { z, band } = composite;
  const bounds = { weak: settings['print.weakZ'], veryWeak: settings['print.veryWeakZ'] };
  return { class: classOfScore(z, bounds), z, band, fragile: isScoreFragile(z, band, bounds), surprises };
}

function judgePoints(known: KnownPrint, surprises: readonly Surprise[], settings: PrintSettings): Judged {
  const differences = surprises.map(({ difference }) => difference);
  const bounds = { weakPoints: settings['print.weakPoints'], kind: known.print.kind };
  return {
    class: classOfPoints(differences, bounds),
    method: 'points',
    fragile: arePointsFragile(differences, bounds),
    surprises,
  };
}

function isPresent(surprise: Surprise | undefined): surprise is Surprise {
  return surprise !== undefined;
}

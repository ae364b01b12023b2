import type { ExaminationOutcome, SourceCheckup } from '#domain/health/checkup.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { WallClock } from '#ports/clock.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { withTimeout } from '#domain/with-timeout.ts';

/** Milliseconds that each source has; all are asked side by side, so this is also how long all of them take. */
const TIMEOUT = 10_000;

/** Characters of a failure that people are shown. */
const SHOWN = 200;

/** Errors of errors that are looked into. */
const DEPTH = 4;

type Parts = {
  readonly wallClock: WallClock;
  /** Told after each answer. */
  readonly tell?: (done: number, all: number) => void;
};

/**
 * Asks every source once, all side by side, and waits for none longer than `TIMEOUT`.
 *
 * @returns in the order of the examinations
 */
export async function examineSources(
  examinations: readonly SourceProbe[],
  { wallClock, tell }: Parts,
  signal: AbortSignal,
): Promise<readonly SourceCheckup[]> {
  const progress = { done: 0 };
  tell?.(0, examinations.length);
  return Promise.all(
    examinations.map(async (examination) => {
      const checkup = await examine(examination, wallClock, signal);
      progress.done += 1;
      tell?.(progress.done, examinations.length);
      return checkup;
    }),
  );
}

async function examine(
  { name, gives, key, trial }: SourceProbe,
  wallClock: WallClock,
  signal: AbortSignal,
): Promise<SourceCheckup> {
  const about = { name, gives, ...(key && { key }) };
  if (!trial) {
    return { ...about, outcome: { kind: 'no-key' } };
  }
  const outcome = await outcomeOf(trial, wallClock, signal);
  return { ...about, outcome, health: await trial.health() };
}

async function outcomeOf(
  trial: NonNullable<SourceProbe['trial']>,
  wallClock: WallClock,
  signal: AbortSignal,
): Promise<ExaminationOutcome> {
  const late = new AbortController();
  const answered = new AbortController();
  const timeout = wallClock.wait(TIMEOUT, answered.signal).then(() => late.abort());
  try {
    // Some adapters are still busy reading when they are told to stop.
    const newest = await withTimeout(
      trial.ask(AbortSignal.any([signal, late.signal])),
      AbortSignal.any([signal, late.signal]),
    );
    return { kind: 'answered', ...(newest && { newest }) };
  } catch (error) {
    if (late.signal.aborted && !signal.aborted) {
      return { kind: 'late', timeout: TIMEOUT };
    }
    return refusal(error);
  } finally {
    answered.abort();
    await timeout;
  }
}

/** @throws what is no problem of a source */
function refusal(error: unknown): ExaminationOutcome {
  if (error instanceof SourceUnavailable) {
    return { kind: 'refused', why: 'unavailable', message: clipped(inWords(error, DEPTH)) };
  }
  if (error instanceof SourceChanged) {
    return { kind: 'refused', why: 'changed', message: clipped(error.message) };
  }
  throw error;
}

function inWords({ message, cause }: Error, depth: number): string {
  return cause instanceof Error && depth > 0 ? `${message}: ${inWords(cause, depth - 1)}` : message;
}

function clipped(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

import type { WallClock } from '#ports/clock.ts';

/** A wall clock for what asks a source: pauses pass at once, and a timeout ends only when it is told to. */
export type BenchClock = WallClock & {
  /** Milliseconds of the pauses that were made, oldest first. */
  readonly pauses: readonly number[];
  /** Ends every timeout, and lets their time pass. */
  expireTimeouts(): void;
  /** Lets time pass. */
  pass(milliseconds: number): void;
};

/**
 * @param timeout - waits of exactly one of these lengths are timeouts, all others are pauses
 * @param start - epoch milliseconds (UTC)
 */
export function createBenchClock(timeout: readonly number[], start: number): BenchClock {
  const pauses: number[] = [];
  const patient = new Set<() => void>();
  let present = start;

  async function beingPatient(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      patient.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  return {
    pauses,
    now: () => present,

    async wait(milliseconds, signal) {
      if (signal.aborted) {
        return;
      }
      if (timeout.includes(milliseconds)) {
        await beingPatient(signal);
        return;
      }
      pauses.push(milliseconds);
      present += milliseconds;
    },

    expireTimeouts() {
      present += Math.max(...timeout);
      for (const end of patient) {
        end();
      }
      patient.clear();
    },

    pass(milliseconds) {
      present += milliseconds;
    },
  };
}

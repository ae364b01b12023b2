import { canonicalJson, isWritable } from '#domain/canonical-json.ts';
import type { ExposureFault } from '#domain/hedge/hedge-report.ts';
import type { Log } from '#ports/log.ts';

/** What is read and measured of a server's book beside a decision, which never fails for it. */
export type ExposureAttempt = {
  /**
   * @returns `undefined` where reading failed
   * @throws the signal's reason once it is aborted
   */
  read<Value>(read: () => Promise<Value>, signal: AbortSignal): Promise<Value | undefined>;
  /** @returns `undefined` where measuring threw, or gave what JSON cannot carry, such as a number that is none */
  measure<Value>(measure: () => Value): Value | undefined;
  /** What failed first; `undefined` as long as nothing has. */
  fault(): ExposureFault | undefined;
};

/** An attempt whose failures are logged whole and told in one word. */
export function attemptExposure(
  { log }: { readonly log: Pick<Log, 'error'> },
  server: string,
): ExposureAttempt {
  const faults: ExposureFault[] = [];
  const fail = (fault: ExposureFault, error: unknown): undefined => {
    faults.push(fault);
    log.error('a book was not measured beside a decision', error, { server, fault });
    return undefined;
  };
  return {
    async read(read, signal) {
      try {
        return await read();
      } catch (error) {
        signal.throwIfAborted();
        return fail('unreadable', error);
      }
    },
    measure(measure) {
      try {
        const value = measure();
        if (value !== undefined && !isWritable(value)) {
          // Throws with the place of what cannot be written.
          canonicalJson(value);
        }
        return value;
      } catch (error) {
        return fail('unmeasured', error);
      }
    },
    fault: () => faults[0],
  };
}

/**
 * What work answers before a signal is aborted. Work that comes too late is not stopped: it may still be reading.
 *
 * @param reasonOf - what is thrown when it is late; the signal's own reason where absent
 * @throws whatever the work throws
 */
export async function withTimeout<Value>(
  work: Promise<Value>,
  signal: AbortSignal,
  reasonOf: () => unknown = () => signal.reason,
): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(reasonOf());
  signal.addEventListener('abort', stop);
  if (signal.aborted) {
    stop();
  }
  try {
    return await Promise.race([work, late]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

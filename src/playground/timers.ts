/** Waits, so that tests need not. */
export interface Timers {
  /** Calls `act` once after so many milliseconds, unless what it returns is called before. */
  after(milliseconds: number, act: () => void): () => void;
}

export const systemTimers: Timers = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    // What nobody waits for must not keep the process alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

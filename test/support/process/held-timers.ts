import type { Timers } from '#playground/timers.ts';

/** Timers that wait until a test says that their time has passed. */
export class HeldTimers implements Timers {
  #waiting: readonly { readonly milliseconds: number; readonly act: () => void }[] = [];

  after(milliseconds: number, act: () => void): () => void {
    const timer = { milliseconds, act };
    this.#waiting = [...this.#waiting, timer];
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== timer);
    };
  }

  /**
   * Fires what waits for exactly that long.
   *
   * @returns whether anything did
   */
  pass(milliseconds: number): boolean {
    const due = this.#waiting.filter((timer) => timer.milliseconds === milliseconds);
    this.#waiting = this.#waiting.filter((timer) => timer.milliseconds !== milliseconds);
    for (const { act } of due) {
      act();
    }
    return due.length > 0;
  }
}

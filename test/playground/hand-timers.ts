import type { Timers } from '#playground/timers.ts';

/** Timers that pass when the test says so. */
export function createHandTimers(): Timers & { pass(milliseconds: number): void; isWaiting(): boolean } {
  let at = 0;
  let waiting: readonly { readonly due: number; readonly act: () => void }[] = [];
  return {
    after(milliseconds, act) {
      const timer = { due: at + milliseconds, act };
      waiting = [...waiting, timer];
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    isWaiting: () => waiting.length > 0,
    pass(milliseconds) {
      at += milliseconds;
      const due = waiting.filter((timer) => timer.due <= at);
      waiting = waiting.filter((timer) => timer.due > at);
      for (const { act } of due) {
        act();
      }
    },
  };
}

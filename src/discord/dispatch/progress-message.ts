import type { WallClock } from '#ports/clock.ts';
import type { View } from '#discord/message/view.ts';

/** Milliseconds between two edits of one message: Discord takes five in five seconds. */
const PAUSE = 2_000;

export type ProgressMessage = {
  /** Shows a view soon; one that comes before the last was shown takes its place. */
  readonly show: (view: View) => void;
  /** Resolves once nothing is being shown any more; later views are ignored. */
  readonly end: () => Promise<void>;
};

/** Shows views one after another, never faster than Discord likes and never an old one after a new one. */
export function createProgressMessage(
  showView: (view: View) => Promise<unknown>,
  wallClock: WallClock,
  signal: AbortSignal,
): ProgressMessage {
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  const state: { next?: View; showing?: Promise<void> } = {};

  const showAll = async (): Promise<void> => {
    while (state.next && !either.aborted) {
      const view = state.next;
      delete state.next;
      // A progress edit that fails changes nothing: the answer itself is still to come.
      await showView(view).catch(() => undefined);
      await wallClock.wait(PAUSE, either);
    }
    delete state.showing;
  };

  return {
    show(view) {
      state.next = view;
      if (!either.aborted) {
        state.showing ??= showAll();
      }
    },
    async end() {
      ending.abort();
      await state.showing;
    },
  };
}

import type { Session } from '#wiring/playground-session.ts';

/** Ends the process in order when it is told to. An episode cut short is no success to whoever waits for its end. */
export function stopOnSignals(session: Session): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      session.stop().then(
        () => process.exit(session.endsWithEpisode ? 1 : 0),
        () => process.exit(1),
      );
    });
  }
}

import type { Newest } from '#domain/health/checkup.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { noteUnreadable } from './note-unreadable.ts';

/** One light question to a source, and how its provider fares. An answer that nobody can read counts as a failure. */
export type Trial = NonNullable<SourceProbe['trial']>;

export function trial(
  client: MonitoredHttpClient,
  ask: (signal: AbortSignal) => Promise<Newest | undefined>,
): Trial {
  return { ask: (signal) => noteUnreadable(client, () => ask(signal)), health: () => client.health() };
}

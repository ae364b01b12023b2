import { noting } from '#adapters/http/noting.ts';
import type { SourceExamination } from '#ports/sources/source-examination.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';

/** One light question, and how its provider fares. */
export type Trial = NonNullable<SourceExamination['trial']>;

/** A question to a source that notes answers which nobody can read, as every other question does. */
export function trialOf(http: MonitoredHttpClient, ask: Trial['ask']): Trial {
  return { ask: (signal) => noting(http, () => ask(signal)), health: () => http.health() };
}

import { noting } from '#adapters/http/noting.ts';
import type { SourceExamination } from '#ports/sources/source-examination.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';

/** One light question, and how its house fares. */
export type Trial = NonNullable<SourceExamination['trial']>;

/** A question to a source that notes answers which nobody can read, as every other question does. */
export function trialOf(web: WatchedWeb, ask: Trial['ask']): Trial {
  return { ask: (signal) => noting(web, () => ask(signal)), health: () => web.health() };
}

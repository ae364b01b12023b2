import type { DailyCloses } from '#domain/market/market.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { WallClock } from '#ports/clock.ts';
import type { IndexName } from '#ports/sources/market-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import { type Attempt, attempt } from '#adapters/diagnostics/attempt.ts';
import { noteImpossible } from '#adapters/diagnostics/note-impossible.ts';
import { combineCloses } from './combine-closes.ts';
import { confirmClose } from './confirm-close.ts';
import type { ReadSessions, Supplied, Supplier } from './supplied.ts';
import { awaitSource } from './await-source.ts';
import { withoutSpikes } from './without-spikes.ts';

/** Milliseconds that one provider may keep all others waiting. */
const TIMEOUT = 20_000;

/** What is wanted of the suppliers. */
export type Gathering = {
  /** The most trusted first. */
  readonly suppliers: readonly Supplier[];
  readonly diagnostics: SourceDiagnostics;
  readonly sessions: ReadSessions;
  readonly wallClock: Pick<WallClock, 'wait'>;
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
};

/**
 * Closes of one index, from whoever has them, with the standing of the last one. Everything that was noticed on the way
 * is recorded.
 *
 * @throws SourceUnavailable or SourceChanged (of the first who refused) where nobody has any
 */
export async function gatherCloses(
  index: IndexName,
  gathering: Gathering,
  signal: AbortSignal,
): Promise<DailyCloses> {
  const { diagnostics, at, suppliers } = gathering;
  const able = suppliers.filter(({ source }) => source.indices.includes(index));
  const attempts = await Promise.all(able.map((supplier) => ask(supplier, index, gathering, signal)));
  const supplied = attempts.flatMap((one) => (one.isRefused ? [] : [one.value]));
  const combined = combineCloses(supplied, gathering.sessions);
  if (!combined) {
    const refused = attempts.find((one) => one.isRefused);
    throw refused?.problem ?? new SourceUnavailable(`everybody who has closes of ${index}`);
  }
  const { missing } = combined;
  if (missing.length > 0) {
    diagnostics.record({ kind: 'missing', subject: index, at, sessions: missing });
  } else {
    diagnostics.forget({ kind: 'missing', subject: index });
  }
  const confirmed = confirmClose(combined, supplied);
  if (confirmed.standing) {
    diagnostics.record({ ...confirmed.standing, subject: index, at });
  }
  return confirmed;
}

async function ask(
  { provider, source }: Supplier,
  index: IndexName,
  { diagnostics, sessions, at, wallClock }: Gathering,
  signal: AbortSignal,
): Promise<Attempt<Supplied>> {
  const about = { subject: index, source: source.source, at };
  const timeout = { wallClock, milliseconds: TIMEOUT, source: source.source };
  return attempt(
    async () => {
      const daily = await awaitSource(source.closes(index, signal), timeout);
      const read = new Set(sessions);
      const wanted = daily.closes.filter(({ session }) => read.has(session));
      const { closes, spikes } = withoutSpikes(index, wanted);
      const values = spikes.map(({ session, close }) => `${session}: ${close}`);
      if (values.length > 0) {
        noteImpossible(diagnostics, { ...about, values });
      }
      return { provider, daily: { ...daily, closes } };
    },
    diagnostics,
    about,
  );
}

import type { DailyCloses } from '#domain/market/market.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { WallClock } from '#ports/clock.ts';
import type { IndexName } from '#ports/sources/daily-closes.ts';
import type { SourceFindings } from '#ports/sources/source-findings.ts';
import { type Attempt, attempt } from '#adapters/diagnostics/attempt.ts';
import { noteImpossible } from '#adapters/diagnostics/note-impossible.ts';
import { combineCloses } from './combine-closes.ts';
import { confirmClose } from './confirm-close.ts';
import type { ReadSessions, Supplied, Supplier } from './supplied.ts';
import { withinPatience } from './within-patience.ts';
import { withoutSpikes } from './without-spikes.ts';

/** Milliseconds that one house may keep all others waiting. */
const PATIENCE = 20_000;

/** What is wanted of the suppliers. */
export type Gathering = {
  /** The most trusted first. */
  readonly suppliers: readonly Supplier[];
  readonly findings: SourceFindings;
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
  const { findings, at, suppliers } = gathering;
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
    findings.record({ kind: 'missing', subject: index, at, sessions: missing });
  } else {
    findings.forget({ kind: 'missing', subject: index });
  }
  const confirmed = confirmClose(combined, supplied);
  if (confirmed.standing) {
    findings.record({ ...confirmed.standing, subject: index, at });
  }
  return confirmed;
}

async function ask(
  { house, source }: Supplier,
  index: IndexName,
  { findings, sessions, at, wallClock }: Gathering,
  signal: AbortSignal,
): Promise<Attempt<Supplied>> {
  const about = { subject: index, source: source.source, at };
  const patience = { wallClock, milliseconds: PATIENCE, source: source.source };
  return attempt(
    async () => {
      const daily = await withinPatience(source.closes(index, signal), patience);
      const read = new Set(sessions);
      const wanted = daily.closes.filter(({ session }) => read.has(session));
      const { closes, spikes } = withoutSpikes(index, wanted);
      const values = spikes.map(({ session, close }) => `${session}: ${close}`);
      if (values.length > 0) {
        noteImpossible(findings, { ...about, values });
      }
      return { house, daily: { ...daily, closes } };
    },
    findings,
    about,
  );
}

import { canonicalJson } from '#domain/canonical-json.ts';
import { DAY } from '#domain/duration.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { correctDecision } from '#engine/correction/correct-decision.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Announcements } from '#services/delivery/announce.ts';
import { forEachServer } from '#services/health/for-each-server.ts';
import type { OwnEntries } from './own-entries.ts';
import type { TakeSnapshot } from './take-snapshot.ts';

/** Looks at the latest decisions again; returns how many were corrected. */
export type ReviewDecisions = (now: number, signal: AbortSignal) => Promise<number>;

export type ReviewParts = {
  readonly ledger: DecisionLedger;
  readonly settings: SettingsStore;
  readonly takeSnapshot: TakeSnapshot;
  readonly ownEntries: Pick<OwnEntries, 'overlay'>;
  readonly announcements: Pick<Announcements, 'correction'>;
};

/** Decisions of a server that are looked at again, and milliseconds for which they are. */
const LATEST = 8;
const LONG_AGO = 5 * DAY;

/**
 * Makes the official decisions of the last days again on what is known now, and says so where anything that a reader
 * relied on is otherwise: counts that came late, a close that its source corrected.
 *
 * A correction moves nothing: a step that was taken stays taken, and none is taken a second time.
 */
export function createReviewDecisions(parts: ReviewParts): ReviewDecisions {
  const { ledger, settings } = parts;
  return async (now, signal) => {
    let corrected = 0;
    const reviewServer = async (server: string): Promise<void> => {
      const decisions = await ledger.decisions(server, LATEST);
      for (const { id } of decisions.filter((decision) => isReviewed(decision, now))) {
        corrected += await review(parts, { server, id, now }, signal);
      }
    };
    await forEachServer(await settings.servers(), reviewServer, signal);
    return corrected;
  };
}

function isReviewed({ evaluation, asOf }: Decision, now: number): boolean {
  return evaluation.kind === 'official' && now - asOf <= LONG_AGO;
}

type Reviewed = { readonly server: string; readonly id: string; readonly now: number };

async function review(
  { announcements, ledger, ownEntries, takeSnapshot }: ReviewParts,
  { server, id, now }: Reviewed,
  signal: AbortSignal,
): Promise<number> {
  const recorded = await ledger.decision(server, id);
  if (!recorded) {
    return 0;
  }
  const { decision, inputs } = recorded;
  const taken = await takeSnapshot(decision.evaluation, decision.asOf, signal);
  const retaken = await ownEntries.overlay(server, taken, signal);
  const correction = correctDecision(decision, inputs, retaken);
  if (correction) {
    await announcements.correction(server, { correction, name: canonicalJson(correction.changes) }, now);
  }
  return correction ? 1 : 0;
}

import { canonicalJson } from '#domain/canonical-json.ts';
import { DAY } from '#domain/duration.ts';
import { forEachServer } from '#domain/for-each-server.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { correctDecision } from '#engine/correction/correct-decision.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Bound } from '#services/bind.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import type { withManualFigures } from './manual-figures.ts';
import type { takeSnapshot } from './take-snapshot.ts';

type ReviewDeps = Pick<AlertServices, 'alertServer'> & {
  readonly ledger: Pick<DecisionLedger, 'decision' | 'decisions'>;
  readonly settings: Pick<SettingsStore, 'servers'>;
  readonly takeSnapshot: Bound<typeof takeSnapshot>;
  readonly withManualFigures: Bound<typeof withManualFigures>;
  /** Stable short name of a text. */
  readonly nonceOf: (text: string, server: string) => string;
};

/** Decisions of a server that are looked at again, and milliseconds for which they are. */
const LATEST = 8;
const REVIEWED_FOR = 5 * DAY;

/**
 * Makes the official decisions of the last days again on what is known now, and says so where anything that a reader
 * relied on is otherwise: counts that came late, a close that its source corrected.
 *
 * A correction moves nothing: a step that was taken stays taken, and none is taken a second time.
 *
 * @returns how many decisions were corrected
 */
export async function reviewDecisions(deps: ReviewDeps, now: number, signal: AbortSignal): Promise<number> {
  let corrected = 0;
  const reviewServer = async (server: string): Promise<void> => {
    const decisions = await deps.ledger.decisions(server, LATEST);
    for (const { id } of decisions.filter((decision) => isReviewed(decision, now))) {
      corrected += await review(deps, { server, id, now }, signal);
    }
  };
  await forEachServer(await deps.settings.servers(), reviewServer, signal);
  return corrected;
}

function isReviewed({ evaluation, asOf }: Decision, now: number): boolean {
  return evaluation.kind === 'official' && now - asOf <= REVIEWED_FOR;
}

async function review(
  deps: ReviewDeps,
  { server, id, now }: { readonly server: string; readonly id: string; readonly now: number },
  signal: AbortSignal,
): Promise<number> {
  const recorded = await deps.ledger.decision(server, id);
  if (!recorded) {
    return 0;
  }
  const { decision, inputs } = recorded;
  const general = await deps.takeSnapshot(decision.evaluation, decision.asOf, signal);
  const retaken = await deps.withManualFigures(server, general, signal);
  const correction = correctDecision(decision, inputs, retaken);
  if (!correction) {
    return 0;
  }
  // The same correction has the same name, and is told once.
  const name = deps.nonceOf(canonicalJson(correction.changes), server);
  await deps.alertServer(
    server,
    {
      id: `${correction.decisionId}.correction-${name}`,
      kind: 'correction',
      content: { form: 'correction', correction },
    },
    now,
  );
  return 1;
}

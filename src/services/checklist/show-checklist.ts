import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Checklist } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { ExpiredCard, NothingYet } from '#domain/problem.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { manualMultiples } from '#engine/stress/manual-multiples.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { ChecklistLedger, DecisionLedger, RecordedDecision } from '#ports/ledger/ledger.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import { buildCard, readMarked } from './build-card.ts';

export type ChecklistReport = {
  readonly checklist: Checklist;
  readonly decision: Decision;
  /** Everything that the card of this decision shows, with the ticks as they stand now. */
  readonly card: Extract<AlertContent, { form: 'card' }>;
  readonly watermark?: string;
};

export type ChecklistDeps = {
  readonly ledger: Pick<DecisionLedger, 'decision' | 'decisions'> &
    ChecklistLedger &
    Pick<MarkLedger, 'manualMarks'>;
  /** Tells whether sources agree on a print by now. */
  readonly prints?: Pick<PrintSource, 'status'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

/** The checklist of the latest decision. @throws NothingYet before the first decision */
export async function showChecklist(deps: ChecklistDeps, server: string): Promise<ChecklistReport> {
  return checklistReport(deps, server, await latestDecision(deps.ledger, server));
}

/** What the card of a stored decision shows, as it stands now. @throws ExpiredCard if the server has no such decision */
export async function showCard(
  deps: ChecklistDeps,
  server: string,
  decisionId: string,
): Promise<ChecklistReport> {
  const recorded = await deps.ledger.decision(server, decisionId);
  if (!recorded) {
    throw new ExpiredCard();
  }
  return checklistReport(deps, server, recorded);
}

/** @throws NothingYet before the first decision */
export async function latestDecision(
  ledger: Pick<DecisionLedger, 'decision' | 'decisions'>,
  server: string,
): Promise<RecordedDecision> {
  const [newest] = await ledger.decisions(server, 1);
  const recorded = newest && (await ledger.decision(server, newest.id));
  if (!recorded) {
    throw new NothingYet('checklist');
  }
  return recorded;
}

/** The checklist of a stored decision with its marks. */
export async function checklistReport(
  deps: ChecklistDeps,
  server: string,
  { decision, inputs }: RecordedDecision,
): Promise<ChecklistReport> {
  const { ledger, watermark } = deps;
  const snapshot = await withAgreement(deps, inputs.snapshot);
  const today = newYorkDay(deps.marketClock.now());
  const card = buildCard(
    decision,
    { ...inputs, snapshot },
    {
      ...(await readMarked(ledger, server, decision)),
      multiples: manualMultiples(await ledger.manualMarks(server), today),
    },
  );
  return {
    checklist: card.checklist,
    decision,
    card,
    ...(watermark !== undefined && { watermark }),
  };
}

/** Everything as it was decided on, but for what other sources have shown of its prints since. */
async function withAgreement(
  { prints: source, marketClock }: ChecklistDeps,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const prints = await Promise.all(
    snapshot.prints.map(async (known) => {
      const status = known.standing && (await source?.status?.(known.print, marketClock.now()));
      return status ? { ...known, standing: status } : known;
    }),
  );
  return { ...snapshot, prints };
}

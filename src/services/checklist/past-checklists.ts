import type { ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { DecisionLedger, ChecklistLedger } from '#ports/ledger/ledger.ts';
import { checklistOf } from './build-card.ts';

/** A checklist of an earlier event, as it was left. */
export type PastChecklist = {
  /** Its name: the event's id, or the release's. */
  readonly checklist: string;
  /** The last decision that it belonged to. */
  readonly decision: Decision;
  readonly ticks: readonly Tick[];
  readonly notes: readonly ChecklistNote[];
};

/** Decisions that past checklists are looked for in, and checklists shown at once. */
const SEARCHED = 200;
const SHOWN = 6;

/** The latest checklists, newest first. */
export async function pastChecklists(
  {
    ledger,
  }: { readonly ledger: Pick<DecisionLedger, 'decisions'> & Pick<ChecklistLedger, 'ticks' | 'notes'> },
  server: string,
): Promise<readonly PastChecklist[]> {
  const newest = new Map<string, Decision>();
  for (const decision of await ledger.decisions(server, SEARCHED)) {
    const name = checklistOf(decision);
    newest.set(name, newest.get(name) ?? decision);
  }
  return Promise.all(
    [...newest].slice(0, SHOWN).map(async ([checklist, decision]): Promise<PastChecklist> => ({
      checklist,
      decision,
      ticks: await ledger.ticks(server, checklist),
      notes: await ledger.notes(server, checklist),
    })),
  );
}

import { ExpiredCard, NothingYet } from '../domain/problem.ts';
import type { DecisionLedger, RecordedDecision, TickLedger } from '../ports/ledger.ts';
import { buildCard, checklistOf } from './build-card.ts';
import type { ChecklistAccount, Services } from './index.ts';

export type ChecklistParts = {
  readonly ledger: DecisionLedger & TickLedger;
  readonly watermark?: string;
};

/** The checklist of the latest decision, as it is marked now. */
export function createShowChecklist(parts: ChecklistParts): Services['showChecklist'] {
  return async (server) => {
    const [latest] = await parts.ledger.decisions(server, 1);
    if (!latest) {
      throw new NothingYet('checklist');
    }
    return account(parts, server, latest);
  };
}

/** Marks an item. What is shown afterwards comes from the store, so clicks at the same moment both count. */
export function createTick(parts: ChecklistParts): Services['tick'] {
  return async (server, decisionId, { ticked, ...tick }) => {
    const recorded = await parts.ledger.decision(server, decisionId);
    const [latest] = await parts.ledger.decisions(server, 1);
    if (!recorded || !latest || checklistOf(recorded.decision) !== checklistOf(latest.decision)) {
      throw new ExpiredCard();
    }
    await parts.ledger.mark(server, checklistOf(recorded.decision), tick, ticked);
    return account(parts, server, recorded);
  };
}

async function account(
  { ledger, watermark }: ChecklistParts,
  server: string,
  { decision, inputs }: RecordedDecision,
): Promise<ChecklistAccount> {
  const card = buildCard(decision, inputs, await ledger.ticks(server, checklistOf(decision)));
  return {
    checklist: card.checklist,
    decision,
    card,
    ...(watermark !== undefined && { watermark }),
  };
}

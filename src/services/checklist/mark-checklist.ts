import type { ChecklistItemId, ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import { ExpiredCard } from '#domain/problem.ts';
import type { DecisionLedger, RecordedDecision } from '#ports/ledger/ledger.ts';
import { checklistOf } from './build-card.ts';
import {
  type ChecklistDeps,
  checklistReport,
  type ChecklistReport,
  latestDecision,
} from './show-checklist.ts';

/**
 * Sets or removes a mark on the checklist of a card. Cards of one event share their marks.
 *
 * @param decisionId - the decision that the card shows
 * @throws ExpiredCard if another event's checklist has taken its place, or the decision is not known
 */
export async function tick(
  deps: ChecklistDeps,
  server: string,
  decisionId: string,
  { ticked, ...mark }: Tick & { readonly ticked: boolean; readonly item: ChecklistItemId },
): Promise<ChecklistReport> {
  const { ledger } = deps;
  const recorded = await currentCard(ledger, server, decisionId);
  const seen = await seenOn(deps, server, recorded, mark.item);
  await ledger.mark(server, checklistOf(recorded.decision), { ...mark, ...seen }, ticked);
  return checklistReport(deps, server, recorded);
}

/** Writes beside an item of the latest checklist. @throws NothingYet before the first decision */
export async function note(
  deps: ChecklistDeps,
  server: string,
  text: ChecklistNote,
): Promise<ChecklistReport> {
  const recorded = await latestDecision(deps.ledger, server);
  await deps.ledger.addNote(server, checklistOf(recorded.decision), text);
  return checklistReport(deps, server, recorded);
}

/** What is shown after a click comes from the store, so clicks at the same moment both count. @throws ExpiredCard */
async function currentCard(
  ledger: Pick<DecisionLedger, 'decision' | 'decisions'>,
  server: string,
  decisionId: string,
): Promise<RecordedDecision> {
  const recorded = await ledger.decision(server, decisionId);
  const [newest] = await ledger.decisions(server, 1);
  if (!recorded || !newest || checklistOf(recorded.decision) !== checklistOf(newest)) {
    throw new ExpiredCard();
  }
  return recorded;
}

/** What the checklist said of the item when it was marked. */
async function seenOn(
  deps: ChecklistDeps,
  server: string,
  recorded: RecordedDecision,
  item: ChecklistItemId,
): Promise<Pick<Tick, 'seen'>> {
  const { checklist } = await checklistReport(deps, server, recorded);
  const answer = checklist.answers.find((each) => each.item === item);
  return answer
    ? { seen: { decisionId: recorded.decision.id, status: answer.status, finding: answer.finding } }
    : {};
}

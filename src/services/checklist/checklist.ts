import type { ChecklistItemId } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { ExpiredCard, NothingYet } from '#domain/problem.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { DecisionLedger, RecordedDecision, ChecklistLedger } from '#ports/ledger/ledger.ts';
import { buildCard, checklistOf, readMarked } from '#services/delivery/build-card.ts';
import type { ChecklistReport, ChecklistServices, PastChecklist } from './checklist-services.ts';

export type ChecklistParts = {
  readonly ledger: DecisionLedger & ChecklistLedger;
  /** Tells whether sources agree on a print by now. */
  readonly prints?: Pick<PrintSource, 'standing'>;
  readonly marketClock: MarketClock;
  readonly watermark?: string;
};

/** Decisions that past checklists are looked for in, and checklists shown at once. */
const SEARCHED = 200;
const SHOWN = 6;

export function createChecklistServices(parts: ChecklistParts): ChecklistServices {
  const { ledger } = parts;
  return {
    async showChecklist(server) {
      return account(parts, server, await latest(ledger, server));
    },

    async tick(server, decisionId, { ticked, ...tick }) {
      const recorded = await currentCard(ledger, server, decisionId);
      const seen = await seenOn(parts, server, recorded, tick.item);
      await ledger.mark(server, checklistOf(recorded.decision), { ...tick, ...seen }, ticked);
      return account(parts, server, recorded);
    },

    async note(server, note) {
      const recorded = await latest(ledger, server);
      await ledger.addNote(server, checklistOf(recorded.decision), note);
      return account(parts, server, recorded);
    },

    async pastChecklists(server) {
      const newest = new Map<string, Decision>();
      for (const decision of await ledger.decisions(server, SEARCHED)) {
        const name = checklistOf(decision);
        newest.set(name, newest.get(name) ?? decision);
      }
      return Promise.all(
        [...newest].slice(0, SHOWN).map(async ([checklist, decision]): Promise<PastChecklist> => ({
          checklist,
          decision,
          ...(await readMarked(ledger, server, decision)),
        })),
      );
    },
  };
}

/** @throws NothingYet before the first decision */
async function latest(ledger: DecisionLedger, server: string): Promise<RecordedDecision> {
  const [newest] = await ledger.decisions(server, 1);
  const recorded = newest && (await ledger.decision(server, newest.id));
  if (!recorded) {
    throw new NothingYet('checklist');
  }
  return recorded;
}

/** What is shown after a click comes from the store, so clicks at the same moment both count. @throws ExpiredCard */
async function currentCard(
  ledger: DecisionLedger,
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

async function seenOn(
  parts: ChecklistParts,
  server: string,
  recorded: RecordedDecision,
  item: ChecklistItemId,
): Promise<Pick<ChecklistReport['checklist']['ticks'][number], 'seen'>> {
  const { checklist } = await account(parts, server, recorded);
  const answer = checklist.answers.find((each) => each.item === item);
  return answer
    ? { seen: { decisionId: recorded.decision.id, status: answer.status, finding: answer.finding } }
    : {};
}

async function account(
  parts: ChecklistParts,
  server: string,
  { decision, inputs }: RecordedDecision,
): Promise<ChecklistReport> {
  const { ledger, watermark } = parts;
  const snapshot = await withStanding(parts, inputs.snapshot);
  const card = buildCard(decision, { ...inputs, snapshot }, await readMarked(ledger, server, decision));
  return {
    checklist: card.checklist,
    decision,
    card,
    ...(watermark !== undefined && { watermark }),
  };
}

/** Everything as it was decided on, but for what other sources have shown of its prints since. */
async function withStanding(
  { prints: source, marketClock }: ChecklistParts,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const prints = await Promise.all(
    snapshot.prints.map(async (known) => {
      const standing = known.standing && (await source?.standing?.(known.print, marketClock.now()));
      return standing ? { ...known, standing } : known;
    }),
  );
  return { ...snapshot, prints };
}

import type { AlertContent } from '../domain/alert.ts';
import type { Book } from '../domain/book.ts';
import type { Tick } from '../domain/checklist.ts';
import type { Decision, Memory } from '../domain/decision.ts';
import type { Settings } from '../domain/settings.ts';
import type { Snapshot } from '../domain/snapshot.ts';
import { answerChecklist } from '../engine/checklist/answer-checklist.ts';
import { marketOverview } from '../engine/evidence/market-overview.ts';
import { unitExposure } from '../engine/exposure/unit-exposure.ts';

/** Everything that a card is computed from besides the decision itself. */
export type CardInputs = {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly memory: Memory;
  readonly book: Book | undefined;
};

/** What a decision's card shows, with the marks that its checklist has so far. */
export function buildCard(
  decision: Decision,
  inputs: CardInputs,
  ticks: readonly Tick[],
): Extract<AlertContent, { form: 'card' }> {
  const { snapshot, settings, memory, book } = inputs;
  return {
    form: 'card',
    decision,
    exposure: unitExposure(book, decision),
    overview: marketOverview(snapshot, settings),
    checklist: {
      decisionId: decision.id,
      answers: answerChecklist(decision, snapshot, settings, memory),
      ticks,
    },
  };
}

/** Name of the checklist that a decision belongs to: its event, else its print, else the decision alone. */
export function checklistOf(decision: Decision): string {
  return decision.event?.id ?? decision.print?.releaseId ?? decision.id;
}

/** What a server says it holds; `undefined` while it has not said both counts. */
export function bookOf(settings: Settings): Book | undefined {
  const condors = settings['book.condors'];
  const hedge = settings['book.hedge'];
  return condors === null || hedge === null ? undefined : { condors, hedge };
}

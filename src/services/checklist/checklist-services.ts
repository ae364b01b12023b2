import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Checklist, ChecklistItemId, ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';

export type ChecklistReport = {
  readonly checklist: Checklist;
  readonly decision: Decision;
  /** Everything that the card of this decision shows, with the ticks as they stand now. */
  readonly card: Extract<AlertContent, { form: 'card' }>;
  readonly watermark?: string;
};

/** A checklist of an earlier event, as it was left. */
export type PastChecklist = {
  /** Its name: the event's id, or the release's. */
  readonly checklist: string;
  /** The last decision that it belonged to. */
  readonly decision: Decision;
  readonly ticks: readonly Tick[];
  readonly notes: readonly ChecklistNote[];
};

/** What may be asked of the checklists. */
export type ChecklistServices = {
  /** @throws NothingYet before the first decision */
  showChecklist(server: string): Promise<ChecklistReport>;
  /**
   * Sets or removes a mark on the checklist of a card. Cards of one event share their marks.
   *
   * @param decisionId - the decision that the card shows
   * @throws ExpiredCard if another event's checklist has taken its place, or the decision is not known
   */
  tick(
    server: string,
    decisionId: string,
    mark: Tick & { readonly ticked: boolean; readonly item: ChecklistItemId },
  ): Promise<ChecklistReport>;
  /** Writes beside an item of the latest checklist. @throws NothingYet before the first decision */
  note(server: string, note: ChecklistNote): Promise<ChecklistReport>;
  /** The latest checklists, newest first. */
  pastChecklists(server: string): Promise<readonly PastChecklist[]>;
};

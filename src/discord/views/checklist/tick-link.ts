import type { ChecklistItemId } from '#domain/checklist/checklist.ts';
import type { Link } from '#discord/message/custom-id.ts';
import { en } from '#discord/texts/en.ts';

/** What a tick button says: the mark it sets or removes, so that two clicks at once do the same thing once. */
export type TickRequest = {
  readonly decisionId: string;
  readonly item: ChecklistItemId;
  readonly ticked: boolean;
  /** The mark that the alert's message is found again by; absent on messages that are no alerts. */
  readonly mark?: string;
};

const BETWEEN = '|';

/**
 * Where a tick button leads.
 *
 * On an alert the whole card is drawn again after a click, on an answer to `/checklist show` only the list.
 */
export function tickLink({ decisionId, item, ticked, mark }: TickRequest): Link {
  const key = [decisionId, item, ticked ? 'tick' : 'untick', ...(mark === undefined ? [] : [mark])];
  return { command: 'checklist', act: mark === undefined ? 'tick' : 'tick-card', key: key.join(BETWEEN) };
}

/** @returns `undefined` for keys that were not written by this version */
export function readTickKey(key: string): TickRequest | undefined {
  const [decisionId, item, act, mark] = key.split(BETWEEN);
  if (decisionId === undefined || !isItem(item) || (act !== 'tick' && act !== 'untick')) {
    return undefined;
  }
  return { decisionId, item, ticked: act === 'tick', ...(mark !== undefined && { mark }) };
}

function isItem(item: string | undefined): item is ChecklistItemId {
  return item !== undefined && Object.hasOwn(en.checklist.questions, item);
}

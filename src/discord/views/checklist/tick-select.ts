import { CHECKLIST_ITEMS, type Checklist, type ChecklistItemId } from '#domain/checklist/checklist.ts';
import { multiSelectRow, type SelectRow } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';

/** What a choice changes: only what differs from what was shown, so that two stewards' choices merge. */
export type TickChoice = {
  readonly decisionId: string;
  readonly changes: readonly { readonly item: ChecklistItemId; readonly ticked: boolean }[];
};

const BETWEEN = '|';
const HEXADECIMAL = 16;

/** A select of the items, those that are ticked chosen; its id keeps which ones were when it was shown. */
export function tickSelect({ answers, decisionId, ticks }: Checklist): SelectRow {
  const isTicked = (item: ChecklistItemId): boolean => ticks.some((tick) => tick.item === item);
  return multiSelectRow(
    { command: 'checklist', act: 'choose', key: [decisionId, maskOf(isTicked)].join(BETWEEN) },
    en.checklist.choose,
    answers.map(({ item, number }) => ({
      label: `${number} ${en.checklist.questions[item]}`,
      value: item,
      default: isTicked(item),
    })),
  );
}

/**
 * @param chosen - the values that were chosen
 * @returns `undefined` for keys that were not written by this version
 */
export function readTickChoice(key: string, chosen: readonly string[]): TickChoice | undefined {
  const [decisionId, mask] = key.split(BETWEEN);
  if (decisionId === undefined || mask === undefined || !/^[\da-f]+$/.test(mask)) {
    return undefined;
  }
  const shown = Number.parseInt(mask, HEXADECIMAL);
  const changes = CHECKLIST_ITEMS.flatMap((item, place) => {
    const ticked = chosen.includes(item);
    return ticked === isSet(shown, place) ? [] : [{ item, ticked }];
  });
  return { decisionId, changes };
}

function maskOf(isTicked: (item: ChecklistItemId) => boolean): string {
  return CHECKLIST_ITEMS.reduce((sum, item, place) => sum + (isTicked(item) ? 2 ** place : 0), 0).toString(
    HEXADECIMAL,
  );
}

function isSet(mask: number, place: number): boolean {
  return Math.floor(mask / 2 ** place) % 2 === 1;
}

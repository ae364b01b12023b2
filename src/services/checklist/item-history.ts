import type { ChecklistItemId, ItemNote, ItemTick } from '#domain/checklist/checklist.ts';
import type { ChecklistLedger } from '#ports/ledger/ledger.ts';

/** What people have done about one item over every event. */
export type ItemHistory = {
  readonly item: ChecklistItemId;
  /** Newest first. */
  readonly entries: readonly (
    | ({ readonly kind: 'note' } & ItemNote)
    | ({ readonly kind: 'tick' } & ItemTick)
  )[];
};

/** Entries shown at once. */
const SHOWN = 25;

/** The dated notes and marks of one item, newest first. */
export async function itemHistory(
  { ledger }: { readonly ledger: Pick<ChecklistLedger, 'itemNotes' | 'itemTicks'> },
  server: string,
  item: ChecklistItemId,
): Promise<ItemHistory> {
  const [notes, ticks] = await Promise.all([
    ledger.itemNotes(server, item, SHOWN),
    ledger.itemTicks(server, item, SHOWN),
  ]);
  const entries = [
    ...notes.map((note) => ({ kind: 'note', ...note }) as const),
    ...ticks.map((tick) => ({ kind: 'tick', ...tick }) as const),
  ];
  return { item, entries: entries.toSorted((one, other) => other.at - one.at).slice(0, SHOWN) };
}

import type { BookedLot, BookRecord, LotEvent } from '#domain/book/book-record.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { UndoRefusal } from '#domain/book/undo-answer.ts';

/** A book without its last change. */
export type UndoOutcome =
  | {
      readonly kind: 'undone';
      /** What had happened, oldest first. */
      readonly taken: readonly LotEvent[];
      readonly lots: readonly BookedLot[];
      readonly events: readonly LotEvent[];
    }
  | { readonly kind: 'refused'; readonly refusal: UndoRefusal };

/**
 * The last change that somebody made of a book and that stands: not what the calendar did, and not what was taken
 * back before.
 *
 * @param events - of the book, newest first
 * @returns its events, oldest first; empty where there is none
 */
export function lastChange(events: readonly LotEvent[]): readonly LotEvent[] {
  const undone = new Set(events.map(({ undoes }) => undoes));
  const last = events.find(
    ({ kind, undoes, revision }) => kind !== 'expired' && undoes === undefined && !undone.has(revision),
  );
  return last ? events.filter(({ revision }) => revision === last.revision).toReversed() : [];
}

/** Takes a change back, all of it or nothing: its lots become what they were before it. */
export function undoRevision(
  book: BookRecord,
  taken: readonly LotEvent[],
  { by, at }: { readonly by: string; readonly at: number },
): UndoOutcome {
  const [first] = taken;
  if (!first) {
    return { kind: 'refused', refusal: { kind: 'nothing' } };
  }
  const all = [...book.open, ...book.ended];
  const settled = taken.find(({ id, end }) => !end && endOf(all, id) === 'expired');
  if (settled) {
    return { kind: 'refused', refusal: { kind: 'settled', lot: settled.id } };
  }
  const revision = book.revision + 1;
  const signature = { revision, by, at, undoes: first.revision };
  const steps = taken.toReversed().map((event) => undone(all, event));
  return {
    kind: 'undone',
    taken,
    lots: steps.map(({ lot }) => ({ ...lot, revision })),
    events: steps.map(({ event }) => ({ ...event, ...signature })),
  };
}

function endOf(lots: readonly BookedLot[], id: string): string | undefined {
  return lots.find(({ lot }) => lot.id === id)?.end?.how;
}

type Step = {
  readonly lot: Omit<BookedLot, 'revision'>;
  readonly event: Omit<LotEvent, 'revision' | 'by' | 'at' | 'undoes'>;
};

/** @throws Error if the lot is not what the event left: then it is not the last change */
function undone(lots: readonly BookedLot[], { id, before, after, splitFrom }: LotEvent): Step {
  const removed = { how: 'removed' } as const;
  const present = lots.find(({ lot }) => lot.id === id);
  if (!present || (after && (present.end || canonicalJson(present.lot) !== canonicalJson(after)))) {
    throw new Error(`${id} has changed since what is taken back`);
  }
  if (!before || splitFrom !== undefined) {
    const { lot } = present;
    return { lot: { lot, end: removed }, event: { kind: 'removed', id, before: lot, end: removed } };
  }
  return after
    ? { lot: { lot: before }, event: { kind: 'edited', id, before: after, after: before } }
    : { lot: { lot: before }, event: { kind: 'restored', id, after: before } };
}

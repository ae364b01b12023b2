import { canonicalJson } from '#domain/canonical-json.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';

/** Something that may be a lot that a book holds. */
type Holder = { readonly lot: NewLot };

/**
 * Parts lots into those that a book holds and those that it does not; one held lot answers for one lot only.
 *
 * The day on which a lot was opened and its layer are not compared: what brokers export says neither.
 */
export function partKnown<Each extends Holder>(
  lots: readonly Each[],
  held: readonly NewLot[],
): { readonly fresh: readonly Each[]; readonly known: readonly Each[] } {
  const left = new Map<string, number>();
  for (const lot of held) {
    left.set(keyOf(lot), (left.get(keyOf(lot)) ?? 0) + 1);
  }
  const fresh: Each[] = [];
  const known: Each[] = [];
  for (const each of lots) {
    const count = left.get(keyOf(each.lot)) ?? 0;
    left.set(keyOf(each.lot), count - 1);
    (count > 0 ? known : fresh).push(each);
  }
  return { fresh, known };
}

function keyOf(lot: NewLot): string {
  const compared = Object.entries(lot).filter(([field]) => !NOT_COMPARED.has(field));
  return canonicalJson(Object.fromEntries(compared));
}

const NOT_COMPARED: ReadonlySet<string> = new Set(['id', 'openedOn', 'layer']);

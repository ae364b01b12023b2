/** Keys shown at most. */
const SHOWN = 3;

/**
 * Keys that somebody may have meant, nearest first; empty when nothing looks alike.
 *
 * @param keys - all there are
 */
export function similarKeys(typed: string, keys: readonly string[]): readonly string[] {
  const wanted = plain(typed);
  return keys
    .map((key) => ({ key, distance: distanceTo(wanted, plain(key)) }))
    .filter(({ distance }) => distance <= Math.max(2, wanted.length / 3))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, SHOWN)
    .map(({ key }) => key);
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** A key that contains what was typed is near; else letters are counted. */
function distanceTo(wanted: string, key: string): number {
  return wanted.length > 1 && key.includes(wanted) ? 1 : editDistance(wanted, key);
}

/** Letters to insert, leave out or exchange until one text is the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const letter of from) {
    const above = row;
    row = [(above[0] ?? 0) + 1];
    for (let column = 1; column <= to.length; column++) {
      const exchanged = (above[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1);
      row.push(Math.min(exchanged, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}

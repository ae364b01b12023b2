import type { ListedOption, ManualMark, Marks } from '#domain/book/mark.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';
import type { Mark, MarkBasis } from '#domain/hedge/valuation.ts';

type Subject = ManualMark['of'];
type Wanted = { readonly unit: ManualMark['unit']; readonly matches: (subject: Subject) => boolean };

/** The latest that somebody set by hand of a subject, if it is one that can be used. */
function latest({ manual }: Pick<Marks, 'manual'>, { unit, matches }: Wanted): Mark | undefined {
  const latest = manual
    .filter((mark) => mark.unit === unit && matches(mark.of))
    .reduce<ManualMark | undefined>((best, mark) => (best && best.at > mark.at ? best : mark), undefined);
  return latest && Number.isFinite(latest.value)
    ? { value: latest.value, basis: 'manual', source: latest.by, quality: 'manual', asOf: latest.at }
    : undefined;
}

/** Whether what somebody set by hand counts before a source's own: before a recorded value that is older, never a live one. */
export function isOverruled(
  { quality, asOf }: Pick<Mark, 'quality' | 'asOf'>,
  byHand: Mark | undefined,
): byHand is Mark {
  return byHand !== undefined && quality === 'recorded' && byHand.asOf >= asOf;
}

/** A reading as a mark: what the source says, else what was set by hand, which overrules older recorded values. */
export function readMark(
  reading: Reading<number>,
  byHand: Mark | undefined,
  basis: MarkBasis = 'quote',
): Mark | undefined {
  if (!reading.known) {
    return byHand;
  }
  const { value, source, quality, asOf } = reading;
  return isOverruled(reading, byHand) ? byHand : { value, basis, source, quality, asOf };
}

export function manualFuture(marks: Marks, expiry: Session): Mark | undefined {
  return latest(marks, { unit: 'price', matches: (of) => of.kind === 'future' && of.expiry === expiry });
}

export function manualShare(marks: Marks, symbol: 'VXX' | 'UVXY'): Mark | undefined {
  return latest(marks, { unit: 'price', matches: (of) => of.kind === 'share' && of.symbol === symbol });
}

export function manualIndex(marks: Marks, index: 'SPX' | 'VIX'): Mark | undefined {
  return latest(marks, { unit: 'price', matches: (of) => of.kind === 'index' && of.index === index });
}

export function manualRate(marks: Marks): Mark | undefined {
  return latest(marks, { unit: 'rate', matches: (of) => of.kind === 'rate' });
}

/** What somebody set for one listed option: its price in points, or its volatility as a fraction. */
export function manualOption(
  marks: Marks,
  option: ListedOption,
  unit: 'price' | 'volatility',
): Mark | undefined {
  return latest(marks, { unit, matches: (of) => of.kind === 'option' && isSame(of, option) });
}

function isSame(one: ListedOption, other: ListedOption): boolean {
  return (
    one.root === other.root &&
    one.expiry === other.expiry &&
    one.settlement === other.settlement &&
    one.strike === other.strike &&
    one.right === other.right
  );
}

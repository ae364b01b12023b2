import { InvalidMark, UnknownMark } from '#domain/book/book-problem.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ManualMark, MarkDraft } from '#domain/book/mark.ts';
import { draftOrigin, draftSubject } from '#engine/book/draft-subject.ts';
import { isSettled } from '#engine/book/settled-lots.ts';
import { acceptDraft } from '#engine/book/accept-draft.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import { type BookDeps, frame, termsNow } from './book-deps.ts';

export type MarkReport = {
  /** Latest first; those on what has settled are left out. */
  readonly marks: readonly ManualMark[];
  /** Epoch milliseconds (UTC), market clock: what their age is counted to. */
  readonly asOf: number;
  readonly watermark?: string;
};

type MarkDeps = Omit<BookDeps, 'ledger' | 'measureBook'> & { readonly ledger: MarkLedger };

/**
 * Somebody says what something is worth where no source does.
 *
 * @param mark - one of the two: `price` in points, dollars, times or, of the rate, percent a year; `volatility` in percent
 * @throws InvalidMark, InvalidLots
 */
export async function setMark(
  deps: MarkDeps,
  server: string,
  by: string,
  { price, volatility, ...draft }: MarkDraft & { readonly price?: number; readonly volatility?: number },
): Promise<MarkReport> {
  const { settings } = await deps.settings.read(server);
  const terms = termsNow(deps, settings);
  const of = acceptDraft(draftSubject(draft, terms));
  const origin = of.kind === 'multiple' ? acceptDraft(draftOrigin(draft, terms)) : {};
  const mark: ManualMark = { of, ...valueOf(of, price, volatility), ...origin, by, at: terms.now };
  await deps.ledger.keepMark(server, { mark, isRemoved: false });
  return marks(deps, server);
}

/** Somebody takes back what something is worth. @throws UnknownMark, InvalidLots */
export async function removeMark(
  deps: MarkDeps,
  server: string,
  by: string,
  draft: MarkDraft,
): Promise<MarkReport> {
  const { settings } = await deps.settings.read(server);
  const terms = termsNow(deps, settings);
  const subject = canonicalJson(acceptDraft(draftSubject(draft, terms)));
  const manual = await deps.ledger.manualMarks(server);
  const mark = manual.find(({ of }) => canonicalJson(of) === subject);
  if (!mark) {
    throw new UnknownMark();
  }
  await deps.ledger.keepMark(server, { mark: { ...mark, by, at: terms.now }, isRemoved: true });
  return marks(deps, server);
}

/** What people of a server have marked, and when. */
export async function marks(deps: MarkDeps, server: string): Promise<MarkReport> {
  const asOf = deps.marketClock.now();
  const manual = await deps.ledger.manualMarks(server);
  return {
    marks: manual.filter(({ of }) => !isSettled(of, asOf, deps.calendar)).toReversed(),
    asOf,
    ...frame(deps),
  };
}

const PERCENT = 100;

/** A volatility below this many percent was typed as a fraction; one above the other is no volatility. */
const LEAST_VOLATILITY = 1;
const MOST_VOLATILITY = 1_000;

/** Percent a year within which a rate may lie. */
const MOST_RATE = 50;

/** More than any index, future or option was ever worth. */
const MOST_PRICE = 1_000_000;

/** Times that no index's earnings or cash flow were ever paid. */
const MOST_MULTIPLE = 1_000;

function valueOf(
  of: ManualMark['of'],
  price: number | undefined,
  volatility: number | undefined,
): Pick<ManualMark, 'unit' | 'value'> {
  if (price !== undefined && volatility !== undefined) {
    throw new InvalidMark('two-values');
  }
  if (volatility !== undefined) {
    return { unit: 'volatility', value: volatilityOf(of, volatility) };
  }
  if (price === undefined) {
    throw new InvalidMark('no-value');
  }
  switch (of.kind) {
    case 'rate':
      return { unit: 'rate', value: within(price, [-MOST_RATE, MOST_RATE]) / PERCENT };
    case 'multiple':
      return { unit: 'multiple', value: within(price, [0, MOST_MULTIPLE]) };
    default:
      return { unit: 'price', value: within(price, [0, MOST_PRICE]) };
  }
}

function volatilityOf(of: ManualMark['of'], percent: number): number {
  if (of.kind !== 'option') {
    throw new InvalidMark('volatility-of-option-only');
  }
  const value = within(percent, [0, MOST_VOLATILITY]);
  if (value < LEAST_VOLATILITY) {
    throw new InvalidMark('looks-like-fraction');
  }
  return value / PERCENT;
}

function within(value: number, [least, most]: readonly [number, number]): number {
  if (!Number.isFinite(value) || value > most) {
    throw new InvalidMark('too-large');
  }
  if (value < least || (least === 0 && value === 0)) {
    throw new InvalidMark('not-positive');
  }
  return value;
}

import { InvalidMark, UnknownMark } from '#domain/book/book-problem.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import { draftSubject } from '#engine/book/draft-subject.ts';
import { isSettled } from '#engine/book/is-settled.ts';
import type { BookServices, MarkReport } from './book-services.ts';
import { type BookParts, frame, termsNow } from './book-parts.ts';
import { meantBy } from './change-book.ts';

/** Somebody says what something is worth. */
export function createSetMark(parts: BookParts): BookServices['setMark'] {
  return async (server, by, { price, volatility, ...draft }) => {
    const { settings } = await parts.settings.read(server);
    const terms = termsNow(parts, settings);
    const of = meantBy(draftSubject(draft, terms));
    const mark: ManualMark = { of, ...valueOf(of, price, volatility), by, at: terms.now };
    await parts.ledger.keepMark(server, { mark, isRemoved: false });
    return account(parts, server);
  };
}

/** Somebody takes back what something is worth. */
export function createRemoveMark(parts: BookParts): BookServices['removeMark'] {
  return async (server, by, draft) => {
    const { settings } = await parts.settings.read(server);
    const terms = termsNow(parts, settings);
    const subject = canonicalJson(meantBy(draftSubject(draft, terms)));
    const marks = await parts.ledger.manualMarks(server);
    const mark = marks.find(({ of }) => canonicalJson(of) === subject);
    if (!mark) {
      throw new UnknownMark();
    }
    await parts.ledger.keepMark(server, { mark: { ...mark, by, at: terms.now }, isRemoved: true });
    return account(parts, server);
  };
}

/** What people of a server have marked, and when. */
export function createMarks(parts: BookParts): BookServices['marks'] {
  return (server) => account(parts, server);
}

async function account(parts: BookParts, server: string): Promise<MarkReport> {
  const asOf = parts.marketClock.now();
  const marks = await parts.ledger.manualMarks(server);
  return {
    marks: marks.filter(({ of }) => !isSettled(of, asOf, parts.calendar)).toReversed(),
    asOf,
    ...frame(parts),
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
  return of.kind === 'rate'
    ? { unit: 'rate', value: within(price, [-MOST_RATE, MOST_RATE]) / PERCENT }
    : { unit: 'price', value: within(price, [0, MOST_PRICE]) };
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

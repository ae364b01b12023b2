import type { Book, Positions } from '#domain/book/lot.ts';
import type { AfterExpiry, BookExposure, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { HeldLeg, Shift, VolGeometry } from '#domain/hedge/valuation.ts';
import { type PriceSources, priceBook } from '#engine/valuation/price-book.ts';
import { coverTable, shownShocks } from './cover.ts';
import { SHOCKS, stressTable } from './stress-table.ts';
import { countContracts, countLots } from './count-contracts.ts';
import { type VegaCase, isCondorLeg, vegaExposure } from './vega-exposure.ts';
import { DAY } from '#domain/duration.ts';

/** The shock whose ratio stands beside H. */
const TEN_POINTS: Shift = { volPoints: 10, spotPercent: 0, days: 0 };

/** Days left up to which a condor's danger is gamma, and its vega says little. */
const SHORT_DATED = 7;

/** What a server holds, and how it wants it measured. */
export type ExposureCase = {
  /** The lots it keeps; empty for a server that keeps none. */
  readonly positions: Positions;
  /** What it says it holds in contracts, where it keeps no lots; absent while nobody has said. */
  readonly counted?: Book;
  readonly sources: PriceSources;
  readonly settings: Pick<Settings, 'exposure.expirations' | 'cover.shock' | 'cover.minLoss'>;
  readonly geometry: VolGeometry;
  readonly shift?: Shift;
};

/**
 * How a hedge stands: lots in dollars, partial where a leg has no value, with their contracts counted beside it; a
 * book that says no more than counts in contracts alone. A count never stands in for H.
 */
export function bookExposure(exposureCase: ExposureCase): BookExposure {
  const { positions, counted } = exposureCase;
  return positions.condors.length + positions.hedges.length > 0
    ? accountOfLots(exposureCase)
    : accountOfCounts(counted);
}

function accountOfCounts(counted: Book | undefined): BookExposure {
  const unit = counted && countContracts(counted);
  const ratio = unit?.ratio ?? ({ known: false, reason: 'no-condors' } as const);
  return { mode: 'unit', unitReason: 'no-lots', ratio, ...(unit && { unit }) };
}

function accountOfLots({ positions, sources, settings, geometry, shift }: ExposureCase): BookExposure {
  const book = priceBook(positions, sources);
  const expirations = settings['exposure.expirations'];
  const rules = { positions, book, expirations, geometry };
  const vega = vegaExposure({ ...rules, ...(shift && { shift }) });
  const unit = countLots(positions, expirations, hasGone(vega));
  const condors = vega.condors.contracts;
  const coverCase = { book, geometry, condors, minLoss: settings['cover.minLoss'], ...(shift && { shift }) };
  return {
    mode: 'vega',
    ratio: vega.ratio,
    vega,
    unit,
    cover: coverTable(coverCase, shownShocks(settings['cover.shock'])),
    ...(isShortDated(vega) && { isShortDated: true }),
    ...(!shift && ahead(rules)),
  };
}

/** Whether no condor that can be valued has more than seven days left. */
function isShortDated({ condors: { values } }: VegaExposure): boolean {
  return values.length > 0 && values.every(({ days = 0 }) => days <= SHORT_DATED);
}

/** Whether a lot has settled, within the days of a shift or before. */
function hasGone({ settled, unvalued }: VegaExposure): (lotId: string) => boolean {
  const expired = unvalued.filter(({ reason }) => reason === 'expired');
  const gone = new Set([...settled, ...expired].map(({ lotId }) => lotId));
  return (id) => gone.has(id);
}

/** What lies ahead of a book as it is: every shock, and the next hedge expiration. */
function ahead(rules: VegaCase): Pick<BookExposure, 'stressRatio' | 'stress' | 'afterNextExpiry'> {
  const after = afterNextExpiry(rules);
  const [ten, ...stress] = stressTable(rules, [TEN_POINTS, ...SHOCKS]);
  return {
    ...(ten && { stressRatio: ten.ratio }),
    stress,
    ...(after && { afterNextExpiry: after }),
  };
}

/**
 * The ratio once the nearest hedge expiration has settled, if nothing is done: with all else as it is now, and with
 * everything else older by those days on the same forwards and volatilities.
 *
 * @returns `undefined` without a hedge that expires and can be valued
 */
function afterNextExpiry(vegaCase: Omit<VegaCase, 'shift'>): AfterExpiry | undefined {
  const { book } = vegaCase;
  const expiring = book.legs.flatMap((held) =>
    !isCondorLeg(held) && 'settlesAt' in held ? [{ expiry: held.leg.expiry, settlesAt: held.settlesAt }] : [],
  );
  const next = expiring.toSorted((first, second) => first.settlesAt - second.settlesAt)[0];
  if (!next) {
    return undefined;
  }
  const remains = (held: HeldLeg): boolean =>
    isCondorLeg(held) || held.leg.kind === 'shares' || held.leg.expiry > next.expiry;
  const left = {
    ...book,
    legs: book.legs.filter(remains),
    unvalued: book.unvalued.filter(remains),
  };
  const days = (next.settlesAt - book.asOf) / DAY;
  const shift = { volPoints: 0, spotPercent: 0, days };
  return {
    expiry: next.expiry,
    days,
    ratio: vegaExposure({ ...vegaCase, book: left }).ratio,
    agedRatio: vegaExposure({ ...vegaCase, book: left, shift }).ratio,
  };
}

import { shiftDay } from '#calendar/calendar-day.ts';
import type { Hedge } from '#domain/book/lot.ts';
import type { MonetiseBlock, MonetiseReport, Tranche } from '#domain/hedge/monetise.ts';
import type { LegValue } from '#domain/hedge/valuation.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { ExposureCase } from '#engine/account/book-exposure.ts';
import { legsGains } from '#engine/account/stress-table.ts';
import { whatIf } from '#engine/account/what-if.ts';
import { deltaCall, quotedDollars } from '#engine/plan/layer-call.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { contractSize, type PricedBook } from '#engine/valuation/priced-leg.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import { baseSize } from './base-size.ts';
import { monetise, type PaidLot } from './monetise.ts';

/** Days that the expiry of a roll's successor is later by, at least. */
const LATER = 15;

/** A book, and the market that its hedge may have paid in. */
export type MonetiseReportCase = Pick<ExposureCase, 'positions' | 'sources' | 'geometry'> & {
  readonly settings: Settings;
  /** Closes of the VIX, oldest first, today's last; empty where they are not known. */
  readonly closes: readonly number[];
  readonly block?: MonetiseBlock;
};

/**
 * Whether a hedge has paid and what a third of it would bring: cash, cover before and after, and what the hedge gives
 * back should the VIX fall to the mean of its 20 closes. A scenario, and no order.
 *
 * @see docs/method.md#monetisation
 */
export function monetiseReport(reportCase: MonetiseReportCase): MonetiseReport {
  const { positions, sources, settings, closes, block } = reportCase;
  const { hedges, condors } = positions;
  const book = priceBook({ condors: [], hedges }, sources);
  const held = condors.reduce((sum, { quantity }) => sum + quantity, 0);
  const report = monetise({
    closes,
    lots: paidLots(book, reportCase),
    baseSize: baseSize(held, settings['layers.perTenCondors']),
    ...(block && { block }),
    rules: {
      isEnabled: settings['monetise.enabled'],
      gate: settings['vix.gates'][1],
      deviations: settings['monetise.sd'],
      multiple: settings['monetise.multiple'],
    },
  });
  if (report.triggers.length === 0) {
    return report;
  }
  const tranches = report.tranches.map((tranche) => withSuccessor(tranche, reportCase));
  return {
    ...report,
    tranches,
    ...salePart(tranches, reportCase),
    ...giveBackPart(report, book, reportCase),
  };
}

function paidLots(
  book: PricedBook,
  { positions, sources, geometry }: MonetiseReportCase,
): readonly PaidLot[] {
  const { values } = valueBook(book, { geometry, shift: UNSHIFTED });
  return positions.hedges.map((lot) => {
    const value = values.find(({ lotId }) => lotId === lot.id);
    return value ? paidLot(lot, value, sources) : { lot };
  });
}

function paidLot(lot: Hedge, { leg, price }: LegValue, sources: MonetiseReportCase['sources']): PaidLot {
  const size = contractSize(leg);
  const { bid } = leg.kind === 'option' ? quotedDollars(leg, sources) : {};
  return {
    lot,
    theoretical: price * size,
    ...(bid !== undefined && { bid }),
    ...(lot.cost !== undefined && { cost: lot.cost * size }),
  };
}

/** Up and out: a higher strike near the layers' delta, at the first expiry that is listed so much later. */
function withSuccessor(tranche: Tranche, { sources, geometry, settings }: MonetiseReportCase): Tranche {
  const { act, layer, contract } = tranche;
  if (act !== 'roll' || !layer || contract.instrument !== 'VIX') {
    return tranche;
  }
  const earliest = shiftDay(contract.expiry, LATER);
  const listed = sources.board.listed('VIX').find(({ expiry }) => expiry >= earliest);
  const settlesAt = listed && sources.clock.settlesAt(listed.expiry, 'AM');
  if (!listed || settlesAt === undefined) {
    return tranche;
  }
  const place = { kind: 'expiry', layer, expiry: listed.expiry, settlesAt } as const;
  const call = deltaCall(place, settings['layers.delta'], sources, geometry);
  return call.kind === 'call' && call.strike !== undefined && call.strike > contract.strike
    ? { ...tranche, successor: { expiry: call.expiry, strike: call.strike } }
    : tranche;
}

function salePart(
  tranches: readonly Tranche[],
  exposureCase: MonetiseReportCase,
): Pick<MonetiseReport, 'cash' | 'cover'> {
  const sold = tranches.filter(({ act }) => act === 'sell');
  if (sold.length === 0) {
    return {};
  }
  const sales = sold.map(({ lotId, quantity }) => ({ kind: 'remove', id: lotId, quantity }) as const);
  const { before, after } = whatIf(exposureCase, sales);
  const [coverBefore] = before.cover ?? [];
  const [coverAfter] = after.cover ?? [];
  const isCashKnown = sold.every(({ cash }) => cash !== undefined);
  return {
    ...(isCashKnown && { cash: sold.reduce((sum, { cash = 0 }) => sum + cash, 0) }),
    ...(coverBefore && coverAfter && { cover: { before: coverBefore, after: coverAfter } }),
  };
}

/** Futures move by β(τ) times the fall of the VIX; options keep their own volatility. */
function giveBackPart(
  { vix, mean }: Pick<MonetiseReport, 'vix' | 'mean'>,
  { asOf, legs, unvalued }: PricedBook,
  { geometry }: MonetiseReportCase,
): Pick<MonetiseReport, 'giveBack'> {
  if (vix === undefined || mean === undefined || vix <= mean || unvalued.length > 0) {
    return {};
  }
  const fall = { ...UNSHIFTED, volPoints: mean - vix };
  const [gain] = legsGains(legs, { asOf, geometry }, [fall]);
  return gain === undefined ? {} : { giveBack: -gain };
}

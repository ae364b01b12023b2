import { thresholds } from '#config/thresholds.ts';
import type { Condor, Positions, VolatilityOption } from '#domain/book/lot.ts';
import type { VegaExposure } from '#domain/hedge/book-exposure.ts';
import { priceBook, priceSources, type PriceSources } from '#engine/valuation/price-book.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { coverTable, shownShocks } from '#engine/account/cover.ts';
import { planHedge } from '#engine/plan/plan-hedge.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import {
  listedSpx,
  listedVixCalls,
  PLACE,
  vixCalls,
  WORKED_CLOCK,
  WORKED_CONDOR,
  WORKED_MARKS,
} from '#test/support/book/worked-book.ts';
import { processorTime } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';
import { median } from './quantile.ts';

const CONDORS = 600;
const CALLS = 400;
const RUNS = 15;

/** Processor time that revaluing may take, ms: people wait for it. */
const MOST = 50;
/** Before the engine has compiled anything, ms. */
const MOST_COLD = 150;

const SPX_EXPIRIES = ['2026-02-05', '2026-02-12', '2026-02-19', '2026-02-26', '2026-03-05'];
const VIX_EXPIRIES = ['2026-02-04', '2026-04-25', '2026-08-13'];

/** What revaluing a book of a thousand lots costs: every leg with its own volatility and greeks, and the ratio. */
export const book: Measurement = {
  name: 'book',
  async measure(say) {
    const positions = thousandLots();
    const marks = {
      ...WORKED_MARKS,
      chains: {
        ...listedVixCalls().chains,
        spx: { ...PLACE, root: 'SPX', quotes: listedSpx(SPX_EXPIRIES) },
      },
    } as const;
    const sources = priceSources(marks, WORKED_CLOCK);
    say(`${CONDORS + CALLS} lots, ${RUNS} times on quotes looked up before and on new ones`);
    const again = repeat(() => revalue(positions, sources));
    const account = repeat(() => accountOf(positions, sources));
    const covered = repeat(() => coverAndPlan(positions, sources));
    const anew = repeat(() => revalue(positions, priceSources(marks, WORKED_CLOCK)));
    return [
      row('revalue 1,000 lots with greeks', median(again)),
      row('the same, first time in the process', again[0] ?? Number.NaN, MOST_COLD),
      row('its whole account: every shock, and after the next expiry', median(account)),
      row('cover table and plans in every style', median(covered)),
      row('revalue on new quotes, every volatility implied anew', median(anew)),
    ];
  },
};

function row(what: string, ours: number, most = MOST): Row {
  return { what: `${what} (CPU)`, ours, unit: 'ms', bar: { kind: 'limit', most } };
}

function repeat(work: () => void): readonly number[] {
  return Array.from({ length: RUNS }, () => processorTime(work));
}

function revalue(positions: Positions, sources: PriceSources): VegaExposure {
  const account = vegaExposure({
    positions,
    book: priceBook(positions, sources),
    geometry: volGeometry(),
    expirations: 3,
  });
  if (account.isPartial || account.condors.values.length !== 4 * CONDORS || !account.ratio.known) {
    throw new Error('Some legs had no value, so something else was measured.');
  }
  return account;
}

function accountOf(positions: Positions, sources: PriceSources): void {
  const settings = thresholds.defaults;
  const account = bookExposure({ positions, sources, settings, geometry: volGeometry() });
  if (account.mode !== 'vega') {
    throw new Error('The account was counted and not valued, so something else was measured.');
  }
}

function coverAndPlan(positions: Positions, sources: PriceSources): void {
  const settings = thresholds.defaults;
  const geometry = volGeometry();
  const priced = priceBook(positions, sources);
  const account = vegaExposure({ positions, book: priced, geometry, expirations: 3 });
  const cover = coverTable(
    { book: priced, geometry, condors: CONDORS * WORKED_CONDOR.quantity, minLoss: 100 },
    shownShocks(settings['cover.shock']),
  );
  const plans = planHedge({
    account,
    stress: [],
    hedges: positions.hedges,
    sources,
    geometry,
    settings,
    step: { from: 0.6, to: 0.7 },
    meaning: 'multiplier',
  });
  if (cover.some(({ kind }) => kind !== 'cover') || !plans.some(({ kind }) => kind === 'plan')) {
    throw new Error('There was no cover or no plan, so something else was measured.');
  }
}

function thousandLots(): Positions {
  return {
    condors: Array.from({ length: CONDORS }, (_, place): Condor => {
      const away = 25 * (place % 16);
      return {
        ...WORKED_CONDOR,
        id: `C${place}`,
        expiry: SPX_EXPIRIES[place % SPX_EXPIRIES.length] ?? '',
        strikes: {
          longPut: 5650 - away,
          shortPut: 5750 - away,
          shortCall: 6150 + away,
          longCall: 6250 + away,
        },
      };
    }),
    hedges: Array.from({ length: CALLS }, (_, place): VolatilityOption => {
      const expiry = VIX_EXPIRIES[place % VIX_EXPIRIES.length] ?? '';
      return { ...vixCalls('short', [expiry, 15 + (place % 30), 3]), id: `H${place}` };
    }),
  };
}

import { bookExposure } from '#engine/account/book-exposure.ts';
import { condorReport } from '#engine/condor/condor-report.ts';
import { deviationStrikes } from '#engine/plan/deviation-strikes.ts';
import { withEffect } from '#engine/plan/with-effect.ts';
import { openOrder } from '#engine/plan/open-order.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { monetiseReport } from '#engine/upkeep/monetise-report.ts';
import { sizeHedge } from '#engine/plan/size-hedge.ts';
import { timeShift } from '#engine/condor/time-shift.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { whatIf } from '#engine/account/what-if.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import {
  known,
  listedSpx,
  listedVixCalls,
  PLACE,
  WORKED_AS_OF,
  WORKED_CONDOR,
  WORKED_MARKS,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';
import type { ExposureReport } from '#services/hedge/show-exposure.ts';
import type { Frame } from '#services/hedge/look-at-book.ts';
import { type PlannedOpening, weighOpening } from '#services/hedge/plan-opening.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { someOrderServices } from './fake-order-services.ts';
import type { HedgeServices } from '#services/hedge/index.ts';

const settings = someSettings();
const sources = workedSources();
const geometry = volGeometry();

/** The worked example of the project's formulas as a case of the engine. */
export const WORKED_CASE = { positions: WORKED_POSITIONS, sources, settings, geometry };

const FRAME: Frame = { owner: { server: '1290000000000000001' }, asOf: WORKED_AS_OF, isIllustration: false };

const account = bookExposure(WORKED_CASE);

/** Of the VIX: twenty of 16 and 18, then 18.5. */
const CLOSES = [...Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? 16 : 18)), 18.5];

/** The worked example beside a programme of 0.60 that wants 0.85 and may take 0.10 of it. */
export const EXPOSURE: ExposureReport = {
  ...FRAME,
  account,
  meaning: 'absolute',
  rolls: [],
  programme: {
    programme: { ratio: 0.6, upUsed: 0 },
    base: 0.6,
    hardCap: 0.95,
    now: { state: 'CAPITULATION', target: 0.85, step: 0.1, next: 0.7, limits: ['step-up'] },
  },
  picture: { png: new Uint8Array([1, 2, 3]), altText: 'Hedge exposure by expiration.' },
};

/** A step of the worked example from 0.60, with every whole strike listed and quoted. */
function plannedOpening(asked: number, meaning: Settings['ratio.meaning']): PlannedOpening {
  const quoted = workedSources(listedVixCalls());
  const book = { positions: WORKED_POSITIONS, sources: quoted, geometry };
  const opening = openOrder({
    ...book,
    filled: 0.6,
    asked,
    direction: 'either',
    base: 0.6,
    session: '2026-01-05',
    window: { session: '2026-01-06', from: 1, until: 2, after: 'opening' },
    validUntil: 3,
    meaning,
    style: 'delta',
    settings,
  });
  return weighOpening(withEffect(opening, { ...book, settings }), {
    holdings: { ...book, owner: FRAME.owner, asOf: WORKED_AS_OF, today: '2026-01-05', lots: [] },
  });
}

/** What may be asked about the hedge, answered with the worked example of the project's formulas, section 2.2. */
export function someExposureServices(): HedgeServices {
  return {
    ...someOrderServices(),
    showExposure: async (owner) => ({ ...EXPOSURE, owner }),
    whatIf: async (owner, trial) => ({ ...FRAME, owner, trial, ...whatIf(WORKED_CASE, [], trial.shift) }),
    exposureHistory: async () => ({
      points: [
        {
          decisionId: '2014-09-23.official',
          asOf: WORKED_AS_OF,
          state: 'CAPITULATION',
          programme: 0.7,
          ratio: 0.6,
          stressRatio: 1,
        },
      ],
      overrides: [],
    }),
    planHedge: async (owner, to = 0.85) => ({
      ...FRAME,
      owner,
      account,
      programme: EXPOSURE.programme,
      meaning: 'multiplier',
      filled: 0.6,
      step: { from: 0.6, to },
      origin: 'asked',
      ...plannedOpening(to, 'multiplier'),
      cost: { from: '2025-01-06', until: '2026-01-05', paid: 1_000, received: 0, net: 1_000, unpriced: [] },
    }),
    sizeHedge: async (_, condors) => ({
      condors,
      perTenCondors: [4, 4, 2],
      sizes: sizeHedge(condors, [4, 4, 2]),
    }),
    hedgeStrikes: async (owner) => ({
      ...FRAME,
      owner,
      layers: deviationStrikes(WORKED_POSITIONS.hedges, workedSources(listedVixCalls()), settings, geometry),
      unlisted: [],
      mode: 'lognormal',
    }),
    hedgeCostOf: async (owner) => ({
      ...FRAME,
      owner,
      cost: {
        from: '2025-01-06',
        until: '2026-01-05',
        paid: 4_000,
        received: 400,
        net: 3_600,
        budget: 20_000,
        used: 0.18,
        unpriced: [{ lotId: 'H1', on: '2025-06-18', what: 'settled' }],
      },
      annualPercent: 2,
      capital: 1_000_000,
    }),
    showMonetise: async (owner) => ({
      ...FRAME,
      owner,
      report: monetiseReport({ ...WORKED_CASE, closes: CLOSES }),
      rules: settings,
      isHeld: true,
    }),
    setRatio: async (_, by, { ratio, why }) => ({
      override: { from: 0.6, to: ratio, by, at: WORKED_AS_OF, why },
      base: 0.6,
    }),
    timeShift: async (owner) => ({
      ...FRAME,
      owner,
      strikes: WORKED_CONDOR.strikes,
      settlement: 'PM',
      shift: shifted(),
    }),
    condors: async (owner) => ({
      ...FRAME,
      owner,
      isConfirmed: true,
      condors: WORKED_POSITIONS.condors.map((lot) =>
        condorReport(lot, { sources, settings, isConfirmed: true, dailyRange: known(1.1) }),
      ),
      drag: {
        lotId: 'C1',
        from: '2026-01-05',
        until: '2026-02-19',
        days: 45,
        condor: 0.299,
        etf: -0.04,
        period: 0.339,
        rate: 7.65,
      },
    }),
    compareMeanings: async () => ({
      present: 'multiplier',
      step: { from: 0.6, to: 0.7 },
      account,
      planned: { multiplier: plannedOpening(0.7, 'multiplier'), absolute: plannedOpening(0.7, 'absolute') },
    }),
  };
}

function shifted() {
  const quotes = listedSpx(['2026-02-19', '2026-03-05']);
  const spx = { ...PLACE, root: 'SPX' as const, quotes };
  const listed = workedSources({ chains: { ...WORKED_MARKS.chains, spx } });
  return timeShift(WORKED_CONDOR, {
    sources: listed,
    settings,
    isConfirmed: false,
    dailyRange: known(1.1),
    account: {
      positions: WORKED_POSITIONS,
      book: priceBook(WORKED_POSITIONS, listed),
      expirations: 3,
      geometry,
    },
    events: [{ what: 'FOMC', day: '2026-03-04' }],
  });
}

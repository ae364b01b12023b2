import { bind, type Needs } from '#services/bind.ts';
import { compareMeanings } from './compare-meanings.ts';
import { condors } from './condors.ts';
import { exposureHistory } from './exposure-history.ts';
import { hedgeCostOf } from './hedge-cost-of.ts';
import { hedgeStrikes } from './hedge-strikes.ts';
import { planHedge } from './plan-hedge.ts';
import { recordFill } from './record-fill.ts';
import { reopenOrder } from './reopen-order.ts';
import { setRatio } from './set-ratio.ts';
import { showExposure } from './show-exposure.ts';
import { showMonetise } from './show-monetise.ts';
import { showOrders } from './show-orders.ts';
import { sizeHedge } from './size-hedge.ts';
import { skipOrder } from './skip-order.ts';
import { takeOrder } from './take-order.ts';
import { timeShift } from './time-shift.ts';
import { whatIf } from './what-if.ts';

type Deps = Needs<
  | typeof showExposure
  | typeof whatIf
  | typeof exposureHistory
  | typeof timeShift
  | typeof setRatio
  | typeof recordFill
  | typeof reopenOrder
>;

export type HedgeServices = ReturnType<typeof bindHedge>;

/**
 * What may be asked about the hedge of a server or of one member, and what a server's stewards did with a step. Nothing
 * is ordered.
 */
export function bindHedge(deps: Deps) {
  return {
    showExposure: bind(showExposure, deps),
    whatIf: bind(whatIf, deps),
    exposureHistory: bind(exposureHistory, deps),
    planHedge: bind(planHedge, deps),
    sizeHedge: bind(sizeHedge, deps),
    hedgeStrikes: bind(hedgeStrikes, deps),
    hedgeCostOf: bind(hedgeCostOf, deps),
    setRatio: bind(setRatio, deps),
    showMonetise: bind(showMonetise, deps),
    showOrders: bind(showOrders, deps),
    recordFill: bind(recordFill, deps),
    skipOrder: bind(skipOrder, deps),
    reopenOrder: bind(reopenOrder, deps),
    takeOrder: bind(takeOrder, deps),
    timeShift: bind(timeShift, deps),
    condors: bind(condors, deps),
    compareMeanings: bind(compareMeanings, deps),
  };
}

import type { BookOwner } from '#domain/book/book-record.ts';
import type {
  ExposureReport,
  Trial,
  WhatIfReport,
  ExposureHistory,
  HedgePlanReport,
  HedgeSizeReport,
  HedgeStrikesReport,
  HedgeCostReport,
  RatioSet,
  TimeShiftReport,
  CondorsReport,
  MeaningChoice,
} from './exposure-reports.ts';

/**
 * What may be asked about the hedge of a server or of one member. Nothing is ordered and, but for `setRatio`, nothing
 * stored.
 */
export type ExposureServices = {
  showExposure(owner: BookOwner, signal: AbortSignal): Promise<ExposureReport>;
  /** @throws UnknownLot, InvalidLots, IncompleteTrial */
  whatIf(owner: BookOwner, trial: Trial, signal: AbortSignal): Promise<WhatIfReport>;
  exposureHistory(server: string, signal: AbortSignal): Promise<ExposureHistory>;
  /** @param to - the programme ratio to plan for; absent for what the rules ask */
  planHedge(owner: BookOwner, to: number | undefined, signal: AbortSignal): Promise<HedgePlanReport>;
  /** @param condors - a whole number of at least 1 */
  sizeHedge(server: string, condors: number): Promise<HedgeSizeReport>;
  hedgeStrikes(owner: BookOwner, signal: AbortSignal): Promise<HedgeStrikesReport>;
  hedgeCostOf(owner: BookOwner, signal: AbortSignal): Promise<HedgeCostReport>;
  /**
   * Sets the programme ratio past the rules.
   *
   * @throws InvalidRatio
   */
  setRatio(
    server: string,
    by: string,
    wish: { readonly ratio: number; readonly why: string },
  ): Promise<RatioSet>;
  /** @throws UnknownLot for a lot that the book does not hold, or that is no condor */
  timeShift(owner: BookOwner, lot: string, signal: AbortSignal): Promise<TimeShiftReport>;
  condors(owner: BookOwner, signal: AbortSignal): Promise<CondorsReport>;
  compareMeanings(server: string, signal: AbortSignal): Promise<MeaningChoice>;
};

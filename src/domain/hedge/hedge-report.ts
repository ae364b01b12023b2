import type { Buffer, CondorNumber } from './condor-report.ts';
import type { AfterExpiry, BookExposure, Ratio, UnitReason } from './book-exposure.ts';
import type { LayerReading } from './layer-reading.ts';
import type { CoverReading } from './cover.ts';
import type { HedgeCost, RollDue } from './upkeep.ts';
import type { CondorStrikes, LayerName, Lot, Settlement } from '#domain/book/lot.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { UnvaluedLot } from './valuation.ts';

/** Hedge contracts of one expiration, as a card tells them. */
export type HedgeReportRow = {
  /** Absent for shares. */
  readonly expiry?: Session;
  readonly layers: readonly LayerName[];
  readonly contracts: number;
  /** Dollars per point of VIX; absent where it could not be valued. */
  readonly exposure?: number;
  readonly ratio: Ratio;
  readonly isCounted: boolean;
};

/** How near a condor's break-even is. */
export type BreakEvenSummary = { readonly lotId: string; readonly buffer: CondorNumber<Buffer> };

/** A condor held since it was sold, beside a small-cap index held for the same days. */
export type DragSummary = {
  readonly lotId: string;
  readonly from: Session;
  readonly until: Session;
  readonly days: number;
  /** Money returns of the period, fractions. */
  readonly condor: number;
  readonly etf: number;
  /** `condor` less `etf`: times 100,000 the dollars that the ETF trailed by; negative where it led. */
  readonly period: number;
  /**
   * The same in internal rates, a fraction a year; for details only. Absent unless both have one, within 30 days of
   * the sale, and beyond 999 %. Decisions of before December 2026 may have it sooner.
   */
  readonly rate?: number;
};

/**
 * How a server's hedge stood at a decision, as far as its card and its checklist tell. Stored with the decision, so
 * that both can be drawn again without the market of that day.
 */
export type HedgeReport = {
  readonly mode: 'vega' | 'unit';
  readonly unitReason?: UnitReason;
  /** What a step of the ratio scales. */
  readonly meaning: Settings['ratio.meaning'];
  /** H in the mode that speaks. */
  readonly ratio: Ratio;
  /**
   * Cover, the headline's shock first. Absent in what was stored before there was cover.
   *
   * @see docs/method.md#cover
   */
  readonly cover?: readonly CoverReading[];
  /** No condor has more than seven days left: vega, and H with it, says little at that age. */
  readonly isShortDated?: true;
  /** H(+10); absent where nothing could be valued. */
  readonly stressRatio?: Ratio;
  readonly afterNextExpiry?: AfterExpiry;
  readonly condors: number;
  /** Dollars per point of VIX that the condors are short, negative; absent where none could be valued. */
  readonly condorExposure?: number;
  /** Dollars per vol point, unweighted; absent with it. */
  readonly condorVega?: number;
  readonly rows: readonly HedgeReportRow[];
  /** Legs without a value, and why. */
  readonly unvalued: readonly UnvaluedLot[];
  /** Whether every lot is an example that nobody holds. */
  readonly isIllustration: boolean;
  /** The oldest price that something was valued on; absent where nothing was. */
  readonly oldestMark?: Provenance;
  readonly rolls: readonly RollDue[];
  /** Every layer beside its base size, short first. Absent in what was stored before layers were held against it. */
  readonly layers?: readonly LayerReading[];
  readonly cost: HedgeCost;
  readonly breakEvens: readonly BreakEvenSummary[];
  /** Of the condor that was sold first; absent where its credit or its value is not known. */
  readonly drag?: DragSummary;
};

/**
 * Why exposure is missing beside a decision, which does not rest on it: the book could not be read, or what it holds
 * could not be measured on the marks of that moment.
 */
export type ExposureFault = 'unreadable' | 'unmeasured';

/** A step held against the year's budget. */
export type BudgetCheck = {
  /** Dollars that the hedge has cost in 365 days. */
  readonly net: number;
  /** Dollars that the step costs at ask. */
  readonly step: number;
  /** Dollars that it may cost in a year. */
  readonly budget: number;
};

/** What put-call parity shows at one expiration. */
export type ParityReading = {
  readonly root: 'SPX' | 'VIX';
  readonly expiry: Session;
  readonly strike: number;
  /** Epoch milliseconds (UTC) of the quotes. */
  readonly asOf: number;
  readonly source: string;
  /** Synthetic less real forward at the middle, points, or what a box costs over its worth at the bill rate; theoretical. */
  readonly gap: number;
  /** Of SPX: the box from `strike` up; its rate a year at the middle, and basis points of it above the bill rate. */
  readonly box?: { readonly upper: number; readonly rate: number; readonly spread: number };
  /** Whichever is larger after bid, ask and fees, points; absent where nobody can say: then it is unknown, not none. */
  readonly edge?: number;
  readonly side?: 'conversion' | 'reversal' | 'lend' | 'borrow';
  /** Whether the edge is above the threshold. */
  readonly isOpportunity: boolean;
};

/** Something that is tried out on a book and never stored. */
export type Hypothesis =
  | { readonly kind: 'add'; readonly lot: Lot }
  | {
      readonly kind: 'remove';
      readonly id: string;
      /** Contracts; all of them where absent. */
      readonly quantity?: number;
    }
  | {
      /** Closed, and opened again at another expiry or other strikes. */
      readonly kind: 'roll';
      readonly id: string;
      /** Contracts; all of them where absent. */
      readonly quantity?: number;
      readonly expiry: Session;
      /** Of condors; as it was where absent. */
      readonly settlement?: Settlement;
      /** Of condors; as they were where absent. */
      readonly strikes?: CondorStrikes;
      /** Of VIX options; as it was where absent. */
      readonly strike?: number;
    };

/** A book as it is, and as it would be. */
export type WhatIf = { readonly before: BookExposure; readonly after: BookExposure };

import type { Picture } from '#domain/signal/signal-chart.ts';
import type { CondorReport } from '#domain/hedge/condor-report.ts';
import type { Limit, Programme, State } from '#domain/signal/decision.ts';
import type { BookExposure } from '#domain/hedge/book-exposure.ts';
import type { ContractPlan } from '#domain/hedge/exposure.ts';
import type { HedgeCost } from '#domain/hedge/hedge-cost.ts';
import type { HedgePlan, HedgeSize, LayerStrikes, RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { DragSummary } from '#domain/hedge/hedge-report.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { CondorDraft, HedgeDraft } from '#domain/book/lot-draft.ts';
import type { CondorStrikes, LayerName, Settlement } from '#domain/book/lot.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { RollDue } from '#domain/hedge/roll-due.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { TimeShift } from '#domain/hedge/time-shift.ts';
import type { Mark, Shift } from '#domain/hedge/valuation.ts';

/** What every answer about a book carries. */
export type Frame = {
  readonly owner: BookOwner;
  /** Epoch milliseconds (UTC), market clock. */
  readonly asOf: number;
  /** Whether every lot is an example that nobody holds. */
  readonly isIllustration: boolean;
  /** Printed on the answer; absent on live data. */
  readonly watermark?: string;
};

/** The ratio that the server's rules have adopted, and where they would put it now. */
export type ProgrammeReading = {
  readonly programme: Programme;
  readonly base: number;
  readonly hardCap: number;
  /** As the rules stand this moment; absent where no market data are connected. */
  readonly now?: {
    readonly state: State;
    readonly target: number;
    readonly step: number;
    readonly next: number;
    readonly limits: readonly Limit[];
  };
};

/** A book beside its server's programme. */
export type ExposureReport = Frame & {
  readonly account: BookExposure;
  readonly programme: ProgrammeReading;
  readonly meaning: Settings['ratio.meaning'];
  readonly rolls: readonly RollDue[];
  /** Absent where nothing could be valued. */
  readonly picture?: Picture;
};

/** What is tried out on a book. Days and strikes as people type them. */
export type Trial = {
  readonly change?:
    | { readonly kind: 'add-condor'; readonly draft: CondorDraft }
    | { readonly kind: 'add-hedge'; readonly draft: HedgeDraft }
    | { readonly kind: 'remove'; readonly id: string; readonly quantity?: number }
    | {
        readonly kind: 'roll';
        readonly id: string;
        readonly quantity?: number;
        readonly expiry: string;
        readonly strikes?: string;
        readonly strike?: number;
      };
  /** Absent parts are 0. */
  readonly shift: Shift;
};

export type WhatIfReport = Frame & {
  readonly trial: Trial;
  readonly before: BookExposure;
  readonly after: BookExposure;
};

/** How the hedge stood at one stored decision. */
export type RatioPoint = {
  readonly decisionId: string;
  readonly asOf: number;
  readonly state: State;
  /** The programme ratio once the decision was posted. */
  readonly programme: number;
  /** H and H(+10); absent where they could not be told. */
  readonly ratio?: number;
  readonly stressRatio?: number;
  readonly mode?: 'vega' | 'unit';
};

export type ExposureHistory = Pick<Frame, 'watermark'> & {
  /** Newest first. */
  readonly points: readonly RatioPoint[];
  /** Newest first. */
  readonly overrides: readonly RatioOverride[];
  /** Absent with fewer than two points. */
  readonly picture?: Picture;
};

/** Where the step that is planned for comes from: the rules, somebody's question, or what a confirmation would ask. */
export type StepOrigin = 'governed' | 'asked' | 'confirmed';

export type HedgePlanReport = Frame & {
  readonly step: RatioStep;
  readonly origin: StepOrigin;
  readonly meaning: Settings['ratio.meaning'];
  readonly account: BookExposure;
  readonly programme: ProgrammeReading;
  /** One in each style; empty where dollars do not speak. */
  readonly plans: readonly HedgePlan[];
  /** In counted contracts, where dollars do not speak; absent where nothing is counted either. */
  readonly unit?: ContractPlan | 'too-small';
  readonly cost: HedgeCost;
  /** Absent where nothing could be valued. */
  readonly picture?: Picture;
};

export type HedgeSizeReport = {
  readonly condors: number;
  readonly perTenCondors: readonly number[];
  readonly sizes: readonly HedgeSize[];
};

/** Strikes at so many standard deviations where no chain lists any, by the volatility of the strike that is held. */
export type UnlistedStrikes = {
  readonly layer: LayerName;
  readonly expiry: Session;
  readonly days: number;
  readonly forward: Mark;
  readonly volatility: Mark;
  readonly strikes: readonly {
    readonly deviations: number;
    readonly mode: Settings['strike.mode'];
    /** VIX points. */
    readonly strike: number;
  }[];
};

export type HedgeStrikesReport = Frame & {
  readonly layers: readonly LayerStrikes[];
  /** Of layers that no chain lists. */
  readonly unlisted: readonly UnlistedStrikes[];
  readonly mode: Settings['strike.mode'];
};

export type HedgeCostReport = Frame & {
  readonly cost: HedgeCost;
  readonly annualPercent: number;
  readonly capital: number | null;
};

export type RatioSet = {
  readonly override: RatioOverride;
  readonly base: number;
  readonly watermark?: string;
};

export type TimeShiftReport = Frame & {
  readonly shift: TimeShift;
  readonly settlement: Settlement;
  readonly strikes: CondorStrikes;
};

export type CondorsReport = Frame & {
  readonly condors: readonly CondorReport[];
  /** Of the condor that was sold first; absent where its credit or its value is not known. */
  readonly drag?: DragSummary;
  readonly isConfirmed: boolean;
};

/** Both meanings of `ratio.meaning` side by side, for whoever is about to switch. */
export type MeaningChoice = {
  readonly present: Settings['ratio.meaning'];
  readonly step: RatioStep;
  readonly account: BookExposure;
  readonly plans: Readonly<Record<Settings['ratio.meaning'], readonly HedgePlan[]>>;
  readonly unit: Readonly<Record<Settings['ratio.meaning'], ContractPlan | 'too-small' | undefined>>;
  readonly watermark?: string;
};

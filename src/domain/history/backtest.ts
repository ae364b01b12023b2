import type { Limit, State } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';
import type { PrintClass } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { Session } from '#domain/market/session.ts';

/** How far a release came. */
export type ReleaseOutcome = 'unclassified' | 'not-weak' | 'weak-only' | 'lagged' | 'stood-down' | 'raised';

/** One release, and what the method made of it. */
export type ReleaseRow = {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  readonly referenceMonth: string;
  readonly releasedOn: Session;
  readonly dayZero: Session;
  readonly class: PrintClass | 'unclassified';
  /** Composite surprise in standard deviations; absent where it was judged otherwise, or not at all. */
  readonly z?: number;
  readonly fragile: boolean;
  readonly hasConsensus: boolean;
  readonly weak: boolean;
  /** First close of the release's own window at which each evidence held. */
  readonly firsts: Readonly<Partial<Record<EvidenceId, Session>>>;
  /** First close of the window at which each evidence held while small caps lagged. */
  readonly withLag: Readonly<Partial<Record<EvidenceId, Session>>>;
  /** The server's state after each official close of the window, day 0 first. */
  readonly states: readonly State[];
  /** First close at which lag, RSI and MACD all held for an event whose latest print this is. */
  readonly confirmedOn?: Session;
  /** What bound the step at that close. */
  readonly limits: readonly Limit[];
  readonly outcome: ReleaseOutcome;
};

/** A step of the programme ratio, adopted at a close. */
export type RatioStep = {
  readonly session: Session;
  readonly from: number;
  readonly to: number;
  /** Release that the event's latest print belongs to; absent after the event is over. */
  readonly releaseId?: string;
};

export type FunnelId =
  | 'released'
  | 'classified'
  | 'weak'
  | 'lag'
  | 'lag+trend'
  | 'lag+breadth'
  | 'lag+rsi'
  | 'lag+macd'
  | 'confirmed'
  | 'raised';

export type FunnelStage = { readonly id: FunnelId; readonly count: number };

/** Of how many official evaluations of a year an input was known. */
export type Coverage = {
  readonly year: string;
  readonly input: EvidenceId | 'consensus' | 'fomc' | 'futures';
  readonly known: number;
  readonly of: number;
};

export type OutcomeId = 'relative' | 'spx' | 'vix' | 'futures';

/** What is looked at: after weak prints from day 0's close, after the first lag, after the confirmation. */
export type StageId = 'weak' | 'lag' | 'confirmed';

export type Interval = { readonly low: number; readonly high: number };

/** What came so many sessions after a stage was reached, beside windows without a release. */
export type OutcomeCell = {
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  /** Sessions. */
  readonly horizon: number;
  /** Releases with a value, and independent events among them. */
  readonly count: number;
  readonly clusters: number;
  /** `relative` and `spx` percent, `vix` and `futures` points; absent with none. */
  readonly mean?: number;
  readonly median?: number;
  /** How many were above zero, with Wilson's 95 % interval of the share. */
  readonly positive: number;
  readonly positiveShare?: Interval;
  /** Mean of matched windows, and how many of these there are. */
  readonly matched?: number;
  readonly matchedWindows: number;
  /** Mean difference to matched windows; the interval is absent with fewer than five clusters. */
  readonly difference?: number;
  readonly interval?: Interval;
  /** Two-sided, before and after Holm's correction over the stage's cells. */
  readonly chance?: number;
  readonly chanceHolm?: number;
};

/** What came after one confirmed close. Units as in `OutcomeCell`; absent where it is not known. */
export type ConfirmedAfter = {
  readonly releaseId: string;
  /** VIX at that close. */
  readonly vixLevel?: number;
  readonly after: readonly {
    readonly outcome: OutcomeId;
    readonly horizon: number;
    readonly value?: number;
  }[];
};

export type RegimeRow = {
  readonly regime: string;
  readonly funnel: readonly FunnelStage[];
  /** After lagging weak prints, 5 sessions: number, mean change of the VIX and of RUT less SPX. */
  readonly lagged: { readonly count: number; readonly vix?: number; readonly relative?: number };
};

export type StrategyId = 'none' | 'base' | 'confirmed' | 'rule';

/** A way of holding the hedge over the whole period. VIX points per point of short vega. */
export type StrategyRow = {
  readonly id: StrategyId;
  /** Profit of the hedge alone after costs, in the part with futures and in the part without. */
  readonly withFutures: number;
  readonly withoutFutures: number;
  /** Short vega and hedge together: daily standard deviation, and the worst five sessions. */
  readonly deviation: number;
  readonly worst: number;
  readonly worstEndedOn?: Session;
};

/** One stay above base, and what the part above base earned. */
export type RaiseRow = {
  readonly releaseId: string;
  readonly from: Session;
  /** Absent where the history ends before. */
  readonly until?: Session;
  readonly highest: number;
  /** VIX points per point of short vega, after costs. */
  readonly extra: number;
  readonly priced: 'futures' | 'vix' | 'both';
};

/** What other thresholds would have made of the same history. */
export type GridRow = {
  /** What was varied, and the value it was given. */
  readonly key: string;
  readonly value: string;
  readonly weak: number;
  readonly lag: number;
  readonly confirmed: number;
  readonly raised: number;
  /** Up-steps, and what all that was held above base earned. */
  readonly steps: number;
  readonly extra: number;
};

/** A weak print after which small caps led, which the rule's story does not expect. */
export type CounterExample = {
  readonly releaseId: string;
  readonly class: ReleaseRow['class'];
  readonly z?: number;
  /** Percent on day 0. */
  readonly rut?: number;
  readonly spx?: number;
  readonly highestState: State;
  readonly raised: boolean;
};

/** Everything that a backtest found, before it is put into words. */
export type BacktestStudy = {
  readonly from: Session;
  readonly until: Session;
  /** Settings that differ from the defaults, as people read them. */
  readonly changed: readonly { readonly key: string; readonly value: string }[];
  readonly base: number;
  readonly confirmed: number;
  readonly rows: readonly ReleaseRow[];
  readonly steps: readonly RatioStep[];
  readonly coverage: readonly Coverage[];
  readonly funnel: readonly FunnelStage[];
  readonly regimes: readonly RegimeRow[];
  readonly outcomes: readonly OutcomeCell[];
  /** Every confirmed release, oldest first. */
  readonly confirmations: readonly ConfirmedAfter[];
  readonly strategies: readonly StrategyRow[];
  /** First and last session with a futures settlement; absent without any. */
  readonly futuresCover?: { readonly from: Session; readonly until: Session };
  readonly raises: readonly RaiseRow[];
  readonly grid: readonly GridRow[];
  readonly counterExamples: readonly CounterExample[];
  readonly bootstrap: { readonly draws: number; readonly seed: number };
  /** Mean of the best of as many independent tries without any effect, standard deviations. */
  readonly expectedMaximum: number;
};

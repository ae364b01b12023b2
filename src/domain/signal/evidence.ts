import type { Provenance, UnknownReason } from '#domain/market/reading.ts';

export type EvidenceId =
  | 'print'
  | 'lag'
  | 'trend'
  | 'breadth'
  | 'rsi'
  | 'macd'
  | 'smallCapVol'
  | 'term'
  | 'lateGate';

/** `unknown` never counts as true and is never shown as false. */
export type Truth = 'true' | 'false' | 'unknown';

/** What was measured. The catalogue of texts has a name for each. */
export type MeasureId =
  | 'surprise'
  | 'eventAge'
  | 'lagZ'
  | 'lagSum'
  | 'beta'
  | 'relativeSincePrint'
  | 'trendGap'
  | 'sma20'
  | 'sma50'
  | 'sma200'
  | 'breadthDivergence'
  | 'breadthSlopeDifference'
  | 'breadthZ'
  | 'breadthDaysSmallBehind'
  | 'rsiRut'
  | 'rsiGap'
  | 'rsiRutBest'
  | 'rsiGapBest'
  | 'macdRut'
  | 'macdRatio'
  | 'macdCrossAge'
  | 'macdLowest'
  | 'smallCapVolTimes'
  | 'smallCapVolSpread'
  | 'smallCapVolMean'
  | 'vixLevel'
  | 'vixJump'
  | 'termSlope'
  | 'termChange1'
  | 'termChange5'
  | 'termChangeZ1'
  | 'termChangeZ5'
  | 'nineDayRatio'
  | 'threeMonthRatio'
  | 'vvix'
  | 'expectedDailyRange'
  | `relative${Horizon}`
  | `relativeZ${Horizon}`
  | `rutGap${AveragePeriod}`
  | `ratioGap${AveragePeriod}`
  | 'beta63'
  | 'beta252'
  | 'residualVolatility'
  | 'idiosyncraticShare'
  | 'idiosyncraticMean'
  | 'idiosyncraticShare252'
  | 'idiosyncraticMean252'
  | 'cumulativeSmall'
  | 'cumulativeLarge';

/** Sessions over which small caps are held against large ones. */
export type Horizon = 1 | 5 | 10 | 21;

/** Sessions of the averages that are shown. */
export type AveragePeriod = 20 | 50 | 200;

export type Unit =
  | 'standard deviations'
  | 'sessions'
  | 'index points'
  | 'RSI points'
  | 'fraction'
  | 'percent'
  | 'VIX points'
  | 'net share'
  | 'percentage points'
  | 'times'
  | 'count';

/** One number behind a piece of evidence, beside the bound that it is held against. */
export type Measure = {
  readonly id: MeasureId;
  /** Absent when it could not be computed; `reason` then says why. */
  readonly value?: number;
  readonly unit: Unit;
  /** How `value` must stand to `threshold` for this measure to speak for the evidence. */
  readonly wanted?: '<=' | '<' | '>=' | '>';
  readonly threshold?: number;
  /** How far `value` still is from its bound, in `unit`; below 0 beyond it. At 0 only `<=` and `>=` hold. Absent with either. */
  readonly distance?: number;
  /** 0 (far) to 1 (fires): how much of the way is gone. Absent where it means nothing. */
  readonly progress?: number;
  readonly reason?: UnknownReason;
  readonly provenance?: Provenance;
};

/** Whether one of the method's conditions holds, and every number that decided it. */
export type Evidence = {
  readonly id: EvidenceId;
  readonly truth: Truth;
  /** The deciding measures first. */
  readonly measures: readonly Measure[];
  /** Why the truth is unknown; absent otherwise. */
  readonly reason?: UnknownReason;
  /** A word for how it holds, such as `cross`, `lowest`, `with history`, `fallback`, `steep`. */
  readonly shape?: string;
};

/** What people may look at more closely. */
export type MarketTopic = 'small-caps' | 'breadth' | 'term' | 'gate';

/** Numbers behind the evidence, by topic: shown, and decided upon by nothing. */
export type TopicMeasures = Readonly<Record<MarketTopic, readonly Measure[]>>;

import type { Measure } from '#domain/signal/evidence.ts';

/** The items of the checklist that are computed, in the method's order. */
export const CHECKLIST_ITEMS = [
  'vega-exposure',
  'breadth-divergence',
  'irr-drag',
  'dual-confirmation',
  'parity',
  'moving-averages',
  'break-even',
  'vix-gate',
  'fomc-window',
  'macro-context',
  'rolls-due',
  'hedge-budget',
  'steward-check',
  'rebalance-timing',
  'print-quorum',
] as const;

export type ChecklistItemId = (typeof CHECKLIST_ITEMS)[number];

/** `act`: do something now. `watch`: near. `unknown`: an input is missing, look yourself. */
export type ChecklistStatus = 'ok' | 'watch' | 'act' | 'unknown';

/**
 * What an item's answer turns on: the catalogue has a sentence for each. With its facts, in their order:
 *
 * - breadth-divergence, `diverging`, `level`, `unknown`: the two universes and the sessions compared, or nothing
 *   where nobody counts
 * - dual-confirmation, `both`, `rsi-only`, `macd-only`, `neither`, `unknown`: the closes looked back on
 * - moving-averages, `time-shift-review` (below its average on a weak print), `time-shift-only` (weak momentum,
 *   but healthy breadth and a normal curve), `below`, `above`, `unknown`: the average's period
 * - vix-gate, `late-gate`, `halved`, `skew-rose`, `curve-moved` (into another class), `calm`, `unknown`: how many gates
 *   the VIX has passed (0 to 3), the shape of the term structure, the expected daily range of SPX in percent, the shape
 *   at the close before the print, put skew in vol points and its change since before the print, the SKEW index and the
 *   percent of its 252 sessions that lay below; `unknown` for what is not known
 * - fomc-window, `inside`, `outside`, `inside-unread`, `outside-unread` (nobody has noted what was said since the latest
 *   statement): the nearest statement's day, the sessions until it (negative when past), the policy, the day of the
 *   latest statement, empty before there was one; `no-date`: nothing
 * - rebalance-timing, `window-open`, `window-later`, `window-after-settlement`: the session, and from and until when
 *   in New York; `unknown`: nothing
 * - vega-exposure, `exposure-valued`, `exposure-expires` (much of it goes with its next expiration), `exposure-partial`,
 *   `exposure-counted` (contracts, not dollars), `exposure-unknown`, `exposure-owed` (of a step), `exposure-lapsed`,
 *   `exposure-layer` (one lacks calls): H, H(+10), H after the next expiration, that expiration, legs without a value,
 *   the multiplier asked and filled; empty for what is not known. `no-lots`: nothing
 * - irr-drag, `etf-trails`, `etf-leads`: the lot, days, money return of the condor and of the index in percent, and
 *   dollars of difference per $100,000; `drag-unknown`, `no-lots`: nothing. `drag`, `no-drag` stand in rows of before
 *   December 2026, the difference in percent in their fifth place
 * - parity, `parity-none`, `parity-edge`: index, expiration, strike, gap at the middle, edge after costs, which trade;
 *   `parity-no-edge` (nothing could be traded at once): the first four;
 *   `box-none`, `box-edge`: expiration, the two strikes, basis points of the box's rate above the bill's, edge, which trade;
 *   `parity-no-quotes`: nothing
 * - break-even, `break-even-z-far`, `break-even-z-near`: the lot, its nearer side, standard deviations between, those
 *   asked for, points; `break-even-far`, `break-even-near`: the same in expected moves, with three days left or fewer;
 *   `break-even-unknown`, `no-condors`: nothing
 * - rolls-due, `rolls`: how many, the first lot, its expiration, days left, days held; `layer-empty`, `layer-settled`,
 *   `layer-thin`, `layer-below`: the worst layer, calls held, its base size, layers that lack some, rolls due;
 *   `no-rolls`, `no-lots`: nothing
 * - hedge-budget, `budget-within`, `budget-over`: dollars in 365 days, budget, percent used, flows without a price;
 *   `budget-unset`: dollars, flows without a price; `no-lots`: nothing
 * - macro-context, `context`, `context-real` (nominal yields fall and real ones rise): value, one-day and five-day change
 *   of the dollar, the curve, the real yield and the high-yield spread, then the oldest day; `context-unknown` (no yields
 *   and no dollar): the same, all empty. Then RUT's idiosyncratic share of 63 sessions, its mean, that of 252 sessions and
 *   its mean, in percent; absent in rows of before December 2026. Then six of each multiple that was entered by hand: P/E or P/CF,
 *   small or large, times, source, day, days since. Empty for what is not known
 * - print-quorum, `quorum-one` (only one source has shown the print), `quorum-agreed`, `quorum-disputed`: the release, and
 *   the sources that have shown it
 * - steward-check, `step-up`, `step-down`, `held`, `above-cap`, `above-base`, `at-base`: up-steps used, up-steps
 *   allowed per event, sessions of cooldown, base, hard cap, then every limit that bound
 */
export type ChecklistFinding =
  | 'diverging'
  | 'level'
  | 'both'
  | 'rsi-only'
  | 'macd-only'
  | 'neither'
  | 'time-shift-review'
  | 'time-shift-only'
  | 'below'
  | 'above'
  | 'late-gate'
  | 'halved'
  | 'calm'
  | 'skew-rose'
  | 'curve-moved'
  | 'inside'
  | 'outside'
  | 'inside-unread'
  | 'outside-unread'
  | 'no-date'
  | 'step-up'
  | 'step-down'
  | 'held'
  | 'above-cap'
  | 'above-base'
  | 'at-base'
  | 'exposure-valued'
  | 'exposure-expires'
  | 'exposure-partial'
  | 'exposure-counted'
  | 'exposure-unknown'
  | 'exposure-owed'
  | 'exposure-lapsed'
  | 'exposure-layer'
  | 'no-lots'
  | 'drag'
  | 'no-drag'
  | 'etf-trails'
  | 'etf-leads'
  | 'drag-unknown'
  | 'parity-none'
  | 'parity-edge'
  | 'box-none'
  | 'box-edge'
  | 'parity-no-quotes'
  | 'parity-no-edge'
  | 'break-even-far'
  | 'break-even-near'
  | 'break-even-z-far'
  | 'break-even-z-near'
  | 'break-even-unknown'
  | 'no-condors'
  | 'rolls'
  | 'no-rolls'
  | 'layer-empty'
  | 'layer-settled'
  | 'layer-thin'
  | 'layer-below'
  | 'budget-within'
  | 'budget-over'
  | 'budget-unset'
  | 'window-open'
  | 'window-later'
  | 'window-after-settlement'
  | 'context'
  | 'context-real'
  | 'context-unknown'
  | 'quorum-one'
  | 'quorum-agreed'
  | 'quorum-disputed'
  | 'unknown';

/** A question of the checklist with the answer that the data give. */
export type ChecklistAnswer = {
  readonly item: ChecklistItemId;
  /** Its number in the method, 1 to 14; 15 for the print itself, which the method wants verified without a number. */
  readonly number: number;
  readonly status: ChecklistStatus;
  readonly measures: readonly Measure[];
  readonly finding: ChecklistFinding;
  /** Facts that are not measures: dates, counts, limits, in the order the finding's text names them. */
  readonly facts: readonly (string | number)[];
};

/** Somebody's mark that an item was looked at. */
export type Tick = {
  readonly item: ChecklistItemId;
  /** Discord user id. */
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
  /** What the data answered when it was looked at; absent on marks that were set before this was kept. */
  readonly seen?: {
    readonly decisionId: string;
    readonly status: ChecklistStatus;
    readonly finding: ChecklistFinding;
  };
};

/** A mark that no longer stands, because the answer that was looked at has become another one. */
export type Reopened = { readonly tick: Tick & Required<Pick<Tick, 'seen'>>; readonly item: ChecklistItemId };

/** What somebody wrote beside an item. */
export type ChecklistNote = {
  readonly item: ChecklistItemId;
  /** Discord user id. */
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
  /** One line; never empty. */
  readonly text: string;
};

/** Name of the checklist that something stands on: its event's id, or its release's. */
type OnChecklist = { readonly checklist: string };

/** A note beside one item, wherever it was written. */
export type ItemNote = ChecklistNote & OnChecklist;

/** A mark that stands on one item, of whichever checklist. */
export type ItemTick = Tick & OnChecklist;

/** One event's checklist in one server. */
export type Checklist = {
  /** Id of the decision whose answers it shows. */
  readonly decisionId: string;
  readonly answers: readonly ChecklistAnswer[];
  /** Marks that stand. */
  readonly ticks: readonly Tick[];
  readonly reopened: readonly Reopened[];
  /** Oldest first. */
  readonly notes: readonly ChecklistNote[];
};

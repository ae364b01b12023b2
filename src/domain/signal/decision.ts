import type { Evaluation } from './snapshot.ts';
import type { Evidence, EvidenceId, Truth } from './evidence.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { ScenarioPlace } from './scenario-place.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { Session } from '#domain/market/session.ts';

/** Where a server's event stands, in rising order up to CAPITULATION; HOLD and UNWIND follow a raise. */
export type State = 'CALM' | 'ARMED' | 'WATCH' | 'CONFIRM' | 'CAPITULATION' | 'HOLD' | 'UNWIND';

/** Why up-steps are not taken although the ratio might rise. */
export type StandDownReason = 'vix-level' | 'vix-jump' | 'fomc';

/** Which input is missing or old; the state cannot rise while one is. */
export type DegradedReason = {
  readonly input: 'rut' | 'spx' | 'vix';
  readonly reason: 'stale' | 'too-little-history' | 'not-supplied' | 'session-missing' | 'impossible-value';
};

/** A rule of the governor that kept a step smaller than the target asked, or away altogether. */
export type Limit =
  | 'deadband'
  | 'step-up'
  | 'step-down'
  | 'halved-vix'
  | 'halved-fomc'
  | 'blocked-fomc'
  | 'stand-down'
  | 'degraded'
  | 'cooldown'
  | 'event-budget'
  | 'hedge-budget'
  | 'after-down-step'
  | 'after-skip'
  | 'hard-cap'
  | 'one-step-a-session';

/** The ratio that the server has adopted, and the steps that led to it. Changes only when a step is posted. */
export type Programme = {
  readonly ratio: number;
  /** Sum of up-steps since the ratio was last at base. */
  readonly upUsed: number;
  readonly lastUpStep?: Session;
  readonly lastDownStep?: Session;
  /** A step that was skipped: it stays in the event's budget; absent once that event is over. */
  readonly skipped?: { readonly on: Session; readonly event: string };
  /** Who set the ratio past the rules; absent once a step of the rules has followed. */
  readonly byHand?: RatioOverride;
};

/** A weak print and what followed it; later weak prints inside its window join it. */
export type Event = {
  /** Id of the release that opened it. */
  readonly id: string;
  /** Ids of all releases in it, in the order of publication. */
  readonly releases: readonly string[];
  /** The latest of its prints. */
  readonly print: PrintReading;
  /** Day 0 of the latest print, and the session before it. */
  readonly dayZero: Session;
  readonly sessionBefore: Session;
  /** Version of the settings with which it was opened; a later decision's own tells whether they changed since. */
  readonly settingsVersion?: number;
};

/** What the next evaluation has to know of the ones before it. */
export type Memory = {
  readonly state: State;
  readonly programme: Programme;
  readonly event?: Event;
  /** The latest print of any class, whether or not it opened an event; absent before the first. */
  readonly lastPrint?: { readonly reading: PrintReading; readonly dayZero: Session };
  /** Releases already taken in, oldest first, at most the last eight. */
  readonly absorbed: readonly string[];
  /** Closes in a row whose evidence ranks below `state`. */
  readonly closesBelow: number;
  /** The higher of the ranks of those closes; absent when `closesBelow` is 0. */
  readonly rankBelow?: State;
  /** Closes in a row at which the unwind condition held, oldest first, at most the last ten. */
  readonly unwindOn: readonly Session[];
  /** The last session evaluated officially. */
  readonly lastOfficial?: Session;
  /** Truth of each evidence at the last stored evaluation, to tell a change. */
  readonly evidence: Readonly<Partial<Record<EvidenceId, Truth>>>;
};

/** How the unwind condition stands. `recovered` is its branch (a), `expired` its branch (b). */
export type UnwindReading = {
  readonly holds: Truth;
  readonly branch?: 'recovered' | 'expired';
  /** Closes in a row with the condition, this one included. */
  readonly closes: number;
  /** The closes that a down-step rests on, oldest first; empty without one. */
  readonly onCloses: readonly Session[];
};

export type RatioReading = {
  readonly base: number;
  readonly confirmed: number;
  readonly hardCap: number;
  /** The programme ratio before this decision. */
  readonly now: number;
  /** Where the rules alone would put it, before the governor; equal to `now` for "no change". */
  readonly target: number;
  /** Signed and governed; 0 for none. */
  readonly step: number;
  /** `now + step`. */
  readonly next: number;
  /** Every limit that bound, in the order in which it did. */
  readonly limits: readonly Limit[];
  /** What the target was multiplied by for breadth (1 or 0.5) and for a missing consensus (1 or 0.5). */
  readonly strength: number;
  readonly consensusFactor: number;
};

/** How near the next state up is. */
export type Progress = {
  readonly rule: EvidenceId;
  /** 0 to 1. */
  readonly fraction: number;
};

/** What the engine made of one snapshot for one server. Plain data: the same inputs give the same bytes. */
export type Decision = {
  /** As `evaluationId` gives it; unique within a server. */
  readonly id: string;
  readonly evaluation: Evaluation;
  /** Epoch milliseconds (UTC). */
  readonly asOf: number;
  /** The latest session whose closes were used. */
  readonly lastSession: Session;
  /** The event that is open after this decision; absent when there is none. */
  readonly event?: Event;
  /** Sessions since the event's day 0; absent without an event. */
  readonly age?: number;
  /** The print that this evaluation is about: new, or of the last sessions; absent when there is none. */
  readonly print?: PrintReading;
  readonly evidence: readonly Evidence[];
  readonly state: State;
  readonly stateBefore: State;
  /** The highest state whose evidence is true now. */
  readonly rank: State;
  readonly standDown: readonly StandDownReason[];
  readonly degraded: readonly DegradedReason[];
  /** A strong or very strong print: information only. */
  readonly hot: boolean;
  /** Only at checks: whether the running session had fresh quotes. Without them the state stays. */
  readonly quoted?: boolean;
  readonly ratio: RatioReading;
  readonly unwind: UnwindReading;
  /** Absent at CAPITULATION, HOLD and UNWIND, or when it cannot be told. */
  readonly progress?: Progress;
  /** Only on day 0 of a classified print: where it lies in the table of the evening before. */
  readonly place?: ScenarioPlace;
  /** Whether the state, the ratio or any evidence's truth differs from the evaluation before. */
  readonly changed: boolean;
  /** Which version of the server's settings was applied. */
  readonly settingsVersion: number;
  /** What to remember once this decision is stored. Its programme is as before: steps count when posted. */
  readonly memory: Memory;
  /** The programme that posting this decision adopts; absent when nothing moves. */
  readonly adopts?: Programme;
};

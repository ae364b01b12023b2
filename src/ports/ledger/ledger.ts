import type { Alert } from '#domain/delivery/alert.ts';
import type { Book } from '#domain/book/lot.ts';
import type {
  ChecklistItemId,
  ChecklistNote,
  ItemNote,
  ItemTick,
  Tick,
} from '#domain/checklist/checklist.ts';
import type { Decision, Memory, Programme } from '#domain/signal/decision.ts';
import type { BudgetCheck, ExposureFault, HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import type { Print } from '#domain/releases/print.ts';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { OrderDraft, StepOrder } from '#domain/hedge/step-order.ts';
import type { BookLedger } from './book-ledger.ts';
import type { OrderLedger } from './order-ledger.ts';
import type { DepartureLedger } from './departure-ledger.ts';
import type { MarkLedger } from './mark-ledger.ts';
import type { SourceLedger } from './source-ledger.ts';
import type { ManualPrintLedger, ObservationLedger, ReleaseLedger } from './release-ledger.ts';
import type { RatioLedger } from './ratio-ledger.ts';
import type { ScoreLedger } from './score-ledger.ts';

export type PlannedWork = { readonly work: DueWork; readonly status: WorkState };

/** Work that the clock asks for. */
export interface WorkLedger {
  /**
   * Stores what is not stored yet; another instant for the same id replaces the one of a piece still due. A piece that
   * has ended is due again at an instant after its validity: its release was given another day.
   */
  plan(work: readonly DueWork[]): Promise<void>;
  /** The earliest due piece whose time has come, now claimed; `undefined` when there is none. */
  claimWork(now: number): Promise<DueWork | undefined>;
  /**
   * A backlog, now claimed at once: the earliest `most` due pieces if there are at least `least`, otherwise none.
   */
  claimBacklog(
    now: number,
    size: { readonly least: number; readonly most: number },
  ): Promise<readonly DueWork[]>;
  settleWork(id: string, state: WorkState): Promise<void>;
  /** Settles many in one write. */
  settleAll(settled: ReadonlyMap<string, WorkState>): Promise<void>;
  /** What a process that died had claimed is due again. Called once, at the start. */
  reclaimWork(): Promise<void>;
  /** When the next piece is due, epoch milliseconds; `undefined` when nothing is planned. */
  nextWorkAt(): Promise<number | undefined>;
  /** Oldest first. */
  work(from: number, until: number): Promise<readonly PlannedWork[]>;
}

/**
 * Version of the form in which a decision's inputs are stored, raised when the engine begins to read them otherwise.
 * What was stored before is read as it was meant then, so that it leads to the same bytes.
 */
export const INPUTS_SCHEMA = 2;

/** What a decision was made of; together with the decision it can be replayed. */
export type DecisionInputs = {
  /** Version of the form that this is stored in (`INPUTS_SCHEMA`); absent in what was stored before December 2026. */
  readonly schema?: number;
  readonly snapshot: Snapshot;
  readonly book: Book | undefined;
  /** Absent where nothing is held against a budget. */
  readonly budget?: BudgetCheck;
  /** Absent for a server that keeps no lots. The decision rests on nothing in it; its card and checklist do. */
  readonly standing?: HedgeReport;
  /** Absent where nothing failed. */
  readonly exposureFault?: ExposureFault;
  /** Empty without quotes. */
  readonly parity?: readonly ParityReading[];
  /** Absent where no prices give it, and in what was stored before December 2026. */
  readonly skew?: SkewReport;
  readonly settings: Settings;
  readonly settingsVersion: number;
  readonly memory: Memory;
};

export type RecordedDecision = {
  readonly server: string;
  readonly decision: Decision;
  readonly inputs: DecisionInputs;
  /** Epoch milliseconds (UTC), market clock. */
  readonly recordedAt: number;
};

/** An alert on its way, and the decision whose step counts once it has arrived. */
export type PlannedDelivery = {
  readonly alert: Alert;
  readonly channel: string;
  readonly nonce: string;
  readonly delivery: Delivery;
  /** Epoch milliseconds (UTC), market clock: when it was written. */
  readonly plannedAt: number;
};

/** Decisions, and what each server remembers. */
export interface DecisionLedger {
  /** What a server remembers, its adopted programme included; `undefined` before its first decision. */
  memory(server: string): Promise<Memory | undefined>;
  /**
   * Stores a decision with its inputs, its memory and its alerts in one transaction.
   *
   * @returns `already` when the server has a decision of that id; nothing is written then
   */
  record(entry: {
    readonly recorded: RecordedDecision;
    readonly deliveries: readonly Omit<PlannedDelivery, 'delivery'>[];
    /** What was planned for the server before and has not left yet is dropped with this reason. */
    readonly supersedes?: string;
  }): Promise<'recorded' | 'already'>;
  decision(server: string, id: string): Promise<RecordedDecision | undefined>;
  /** Newest first, without what they were made of. */
  decisions(server: string, limit: number): Promise<readonly Decision[]>;
}

/** What becomes of a step once its card has arrived. */
export type AdoptedStep = {
  readonly programme: Programme;
  /**
   * What opens, by the server's orders as they are then, newest first; absent where there is nothing to trade.
   * Something may have been traded since the step was decided.
   */
  readonly order?: (orders: readonly StepOrder[]) => OrderDraft | undefined;
};

/** Alerts on their way. */
export interface DeliveryLedger {
  /** Stores alerts that belong to no decision; those whose key is known are left as they are. */
  planDeliveries(deliveries: readonly Omit<PlannedDelivery, 'delivery'>[]): Promise<void>;
  /** The earliest delivery that may go now, marked `sending`; `undefined` when there is none. */
  claimDelivery(now: number): Promise<{ planned: PlannedDelivery; interrupted: boolean } | undefined>;
  /** When the next one may go, epoch milliseconds on the wall clock; `undefined` when none waits. */
  nextDeliveryAt(): Promise<number | undefined>;
  /**
   * Settles it; when it was sent, the step that it carries is adopted and its order opened in the same transaction,
   * unless the ratio was set by hand since it was planned. The order that was open until then ends.
   *
   * @param adopts - absent for what carries no step
   */
  settleDelivery(key: string, delivery: Delivery, adopts?: AdoptedStep): Promise<void>;
  /** What a process that died was sending may go again, marked as interrupted. Called once, at the start. */
  reclaimDeliveries(): Promise<void>;
  /** Newest first. */
  deliveries(server: string, limit: number): Promise<readonly PlannedDelivery[]>;
  countDeliveries(): Promise<{ readonly planned: number; readonly sent: number; readonly dropped: number }>;
}

/** First prints as they were received, and what has become of them. */
export interface PrintLedger {
  /** Keeps the first one of each release as it is. @returns `already` when there is one; nothing is written then */
  keepPrint(print: Print): Promise<'kept' | 'already'>;
  /** Prints received up to an instant, oldest first. */
  prints(until: number): Promise<readonly Print[]>;
  /**
   * Appends figures that were restated. The first print stays as it is.
   *
   * @param print - with `receivedAt`: when the restated figures were first seen
   * @returns `same` when they are those known last; nothing is written then
   * @throws Error if the release has no print
   */
  keepRevision(print: Print): Promise<'kept' | 'same'>;
  /** What followed a release's first print, oldest first. */
  revisions(releaseId: string): Promise<readonly Print[]>;
}

/** Ticks and notes on checklists. `checklist` is the event's id. */
export interface ChecklistLedger {
  /**
   * Sets or removes a mark; the same mark twice is one, and one that has seen another decision takes its place.
   *
   * @returns all marks of the checklist afterwards
   */
  mark(server: string, checklist: string, tick: Tick, ticked: boolean): Promise<readonly Tick[]>;
  ticks(server: string, checklist: string): Promise<readonly Tick[]>;
  addNote(server: string, checklist: string, note: ChecklistNote): Promise<void>;
  /** Oldest first. */
  notes(server: string, checklist: string): Promise<readonly ChecklistNote[]>;
  /** Notes beside one item on every checklist of a server, newest first. */
  itemNotes(server: string, item: ChecklistItemId, limit: number): Promise<readonly ItemNote[]>;
  /** Marks that stand on one item, of every checklist of a server, newest first. */
  itemTicks(server: string, item: ChecklistItemId, limit: number): Promise<readonly ItemTick[]>;
}

/** Where a replay stands. */
export interface ReplayLedger {
  replayPosition(): Promise<{ readonly episode: string; readonly instant: number } | undefined>;
  saveReplayPosition(episode: string, instant: number): Promise<void>;
}

/** All that is kept besides settings. One transaction per call. */
export type Ledger = WorkLedger &
  DecisionLedger &
  DeliveryLedger &
  PrintLedger &
  ChecklistLedger &
  ReplayLedger &
  BookLedger &
  OrderLedger &
  DepartureLedger &
  MarkLedger &
  SourceLedger &
  ReleaseLedger &
  ObservationLedger &
  ManualPrintLedger &
  ScoreLedger &
  RatioLedger;

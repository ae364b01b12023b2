import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Book } from '#domain/book/lot.ts';
import type { ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import type { KnownMultiple } from '#domain/market/market-context.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { ExposureFault, HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { answerChecklist } from '#engine/checklist/answer-checklist.ts';
import type { Following } from '#engine/checklist/answer-exposure.ts';
import { validTicks } from '#engine/checklist/valid-ticks.ts';
import { type MarketMeasures, measureMarket } from '#engine/evidence/measure-market.ts';
import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import { unitExposure } from '#engine/plan/unit-exposure.ts';
import type { ChecklistLedger } from '#ports/ledger/ledger.ts';

/** Everything that a card is computed from besides the decision itself. */
export type CardInputs = {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** Of the snapshot; measured anew where it is absent. */
  readonly market?: MarketMeasures;
  readonly memory: Memory;
  readonly book: Book | undefined;
  readonly standing?: HedgeReport;
  readonly exposureFault?: ExposureFault;
  readonly parity?: readonly ParityReading[];
  readonly skew?: SkewReport;
  /** Where the book stands beside what the rules ask; absent where nobody keeps step orders. */
  readonly following?: Following;
};

/** What people have set and written on a checklist. */
export type Marked = {
  readonly ticks: readonly Tick[];
  readonly notes: readonly ChecklistNote[];
  /** The latest beside item 9, which may stand on an earlier event's checklist. */
  readonly fomcNote?: ChecklistNote;
  /** Entered by hand. Read for whoever asks, never for a card that is to be posted: no mark may keep one back. */
  readonly multiples?: readonly KnownMultiple[];
};

/** What a decision's card shows, with the marks that its checklist has so far. */
export function buildCard(
  decision: Decision,
  inputs: CardInputs,
  marked: Marked,
): Extract<AlertContent, { form: 'card' }> {
  const { snapshot, settings, book } = inputs;
  const answers = answersOf(decision, inputs, marked);
  return {
    form: 'card',
    decision,
    exposure: unitExposure(book, decision, settings),
    ...(inputs.standing && { standing: inputs.standing }),
    ...(inputs.exposureFault && { exposureFault: inputs.exposureFault }),
    overview: volatilityReport(snapshot, settings),
    checklist: {
      decisionId: decision.id,
      answers,
      ...validTicks(answers, marked.ticks, decision.asOf),
      notes: marked.notes,
    },
    ...(snapshot.rebalance && { window: snapshot.rebalance }),
  };
}

function answersOf(
  decision: Decision,
  inputs: CardInputs,
  marked: Marked,
): ReturnType<typeof answerChecklist> {
  const { snapshot, settings, memory } = inputs;
  return answerChecklist({
    decision,
    snapshot,
    settings,
    market: inputs.market ?? measureMarket(snapshot),
    memory,
    parity: inputs.parity ?? [],
    ...(inputs.standing && { standing: inputs.standing }),
    ...(inputs.skew && { skew: inputs.skew }),
    ...(inputs.following && { following: inputs.following }),
    ...(marked.fomcNote && { fomcNote: marked.fomcNote }),
    ...(marked.multiples && { multiples: marked.multiples }),
  });
}

/** What is marked on the checklist of a decision. */
export async function readMarked(
  ledger: Pick<ChecklistLedger, 'ticks' | 'notes' | 'itemNotes'>,
  server: string,
  decision: Decision,
): Promise<Marked> {
  const checklist = checklistOf(decision);
  const [fomcNote] = await ledger.itemNotes(server, 'fomc-window', 1);
  return {
    ticks: await ledger.ticks(server, checklist),
    notes: await ledger.notes(server, checklist),
    ...(fomcNote && { fomcNote }),
  };
}

/** Name of the checklist that a decision belongs to: its event, else its print, else the decision alone. */
export function checklistOf(decision: Decision): string {
  return decision.event?.id ?? decision.print?.releaseId ?? decision.id;
}

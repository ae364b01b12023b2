import type { BookOwner } from '#domain/book/book-record.ts';
import type { CondorReport } from '#domain/hedge/condor-report.ts';
import type { DragSummary } from '#domain/hedge/hedge-report.ts';
import { condorReport, type CondorReportCase } from '#engine/condor/condor-report.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { condorDrag } from '#engine/condor/condor-drag.ts';
import type { DecisionNow, EvaluationServices } from '#services/signal/index.ts';
import { type Frame, frameOf, type Look, lookAtBook, type LookDeps } from './look-at-book.ts';
import { whereKnown } from './read-programme.ts';

export type CondorsReport = Frame & {
  readonly condors: readonly CondorReport[];
  /** Of the condor that was sold first; absent where its credit or its value is not known. */
  readonly drag?: DragSummary;
  readonly isConfirmed: boolean;
};

/** Where every condor stands. */
export async function condors(
  deps: LookDeps & Pick<EvaluationServices, 'decideNow'>,
  owner: BookOwner,
  signal: AbortSignal,
): Promise<CondorsReport> {
  const look = await lookAtBook(deps, owner, signal);
  const present = await whereKnown(deps.decideNow(owner.server, signal));
  const view = viewCase(look, present);
  return {
    ...frameOf(deps, look),
    condors: look.holdings.positions.condors.map((lot) => condorReport(lot, view)),
    isConfirmed: view.isConfirmed,
    ...(present && dragBeside(look, present)),
  };
}

/** What condors are looked at with: prices, thresholds and what the rules say this moment. */
export function viewCase({ holdings, settings }: Look, present: DecisionNow | undefined): CondorReportCase {
  return {
    sources: holdings.sources,
    settings,
    isConfirmed: present?.decision.state === 'CAPITULATION',
    dailyRange: present
      ? expectedDailyRange(present.snapshot, settings)
      : { known: false, reason: 'not-supplied' },
  };
}

function dragBeside(
  { holdings, settings }: Look,
  { decision, snapshot }: DecisionNow,
): Pick<CondorsReport, 'drag'> {
  return condorDrag({
    ...holdings,
    settings,
    decision,
    dailyRange: expectedDailyRange(snapshot, settings),
    smallCaps: new Map(snapshot.market.rut.closes.map(({ session, close }) => [session, close])),
    lastSession: snapshot.lastSession,
  });
}

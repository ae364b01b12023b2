import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import type { WorkLedger } from '#ports/ledger/ledger.ts';
import type { Ending, RunWork } from './run-work.ts';

export type BacklogParts = {
  readonly ledger: Pick<WorkLedger, 'claimBacklog' | 'settleAll'>;
  readonly runWork: RunWork;
};

/** From how many due pieces on they are claimed and settled together, and how many of them at most. */
const SIZE = { least: 50, most: 1_000 };

/**
 * Runs what has piled up, the earliest first, and settles a thousand at a time: two writes of each piece by itself
 * would make the last of ten thousand late by minutes.
 *
 * @returns how each piece ended; those that were not begun when it was called off are due again
 */
export async function runBacklog(
  { ledger, runWork }: BacklogParts,
  now: number,
  signal: AbortSignal,
): Promise<readonly Ending[]> {
  const endings: Ending[] = [];
  while (!signal.aborted) {
    const backlog = await ledger.claimBacklog(now, SIZE);
    if (backlog.length === 0) {
      break;
    }
    const settled = new Map(backlog.map(stillDue));
    const begun = (work: DueWork): Promise<Ending> =>
      runWork(work, now, signal, async (id, state) => void settled.set(id, state));
    try {
      endings.push(...(await runAll(backlog, begun, signal)));
    } finally {
      await ledger.settleAll(settled);
    }
  }
  return endings;
}

function stillDue({ id, dueAt }: DueWork): [id: string, state: WorkState] {
  return [id, { state: 'due', notBefore: dueAt }];
}

/** One after another, until it is called off. */
async function runAll(
  backlog: readonly DueWork[],
  run: (work: DueWork) => Promise<Ending>,
  signal: AbortSignal,
): Promise<readonly Ending[]> {
  const endings: Ending[] = [];
  for (const work of backlog) {
    if (signal.aborted) {
      break;
    }
    endings.push(await run(work));
  }
  return endings;
}

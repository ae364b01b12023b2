import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import type { PlannedWork, WorkLedger } from '#ports/ledger/ledger.ts';

/** Planned work in memory, kept as the port says. */
export function workInMemory(): WorkLedger & { readonly rows: ReadonlyMap<string, PlannedWork> } {
  const rows = new Map<string, PlannedWork>();

  const due = (): { work: DueWork; notBefore: number }[] =>
    [...rows.values()].flatMap(({ work, status }) =>
      status.state === 'due' ? [{ work, notBefore: status.notBefore }] : [],
    );

  const stand = (id: string, status: WorkState): void => {
    const row = rows.get(id);
    if (!row) {
      throw new Error(`there is no work ${id}`);
    }
    rows.set(id, { ...row, status });
  };

  return {
    rows,
    async plan(pieces) {
      for (const work of pieces) {
        const kept = rows.get(work.id);
        if (!kept || mayBePlannedAgain(kept, work)) {
          rows.set(work.id, { work, status: { state: 'due', notBefore: work.dueAt } });
        }
      }
    },
    async claimWork(now) {
      const [first] = due()
        .filter(({ notBefore }) => notBefore <= now)
        .toSorted((a, b) => a.work.dueAt - b.work.dueAt);
      if (!first) {
        return undefined;
      }
      stand(first.work.id, { state: 'claimed', since: now, notBefore: first.notBefore });
      return first.work;
    },
    async claimBacklog(now, { least, most }) {
      const first = due()
        .filter(({ notBefore }) => notBefore <= now)
        .toSorted((a, b) => a.work.dueAt - b.work.dueAt)
        .slice(0, most);
      if (first.length < least) {
        return [];
      }
      for (const { work, notBefore } of first) {
        stand(work.id, { state: 'claimed', since: now, notBefore });
      }
      return first.map(({ work }) => work);
    },
    async settleWork(id, state) {
      stand(id, state);
    },
    async settleAll(settled) {
      settled.forEach((state, id) => stand(id, state));
    },
    async reclaimWork() {
      for (const { work, status } of rows.values()) {
        if (status.state === 'claimed') {
          stand(work.id, { state: 'due', notBefore: status.notBefore });
        }
      }
    },
    async nextWorkAt() {
      return due()
        .map(({ notBefore }) => notBefore)
        .toSorted((a, b) => a - b)[0];
    },
    async work(from, until) {
      return [...rows.values()]
        .filter(({ work }) => work.dueAt >= from && work.dueAt <= until)
        .toSorted((a, b) => a.work.dueAt - b.work.dueAt);
    },
  };
}

function mayBePlannedAgain({ work, status }: PlannedWork, { dueAt }: DueWork): boolean {
  switch (status.state) {
    case 'due':
      return work.dueAt !== dueAt;
    case 'claimed':
      return false;
    default:
      return dueAt > work.validUntil;
  }
}

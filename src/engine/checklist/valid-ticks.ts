import type { Checklist, ChecklistAnswer, Reopened, Tick } from '#domain/checklist/checklist.ts';

/**
 * Which marks still stand. One whose answer has become another since it was set is open again: what was looked at
 * is not what is there now.
 *
 * @param asOf - epoch milliseconds (UTC) of the answers: a mark set later has seen them, whatever it was set on
 */
export function validTicks(
  answers: readonly ChecklistAnswer[],
  ticks: readonly Tick[],
  asOf: number,
): Pick<Checklist, 'ticks' | 'reopened'> {
  const reopened = ticks.flatMap((tick): Reopened[] => {
    const answer = answers.find(({ item }) => item === tick.item);
    const { seen } = tick;
    return answer && seen && tick.at < asOf && hasChanged(answer, seen)
      ? [{ item: tick.item, tick: { ...tick, seen } }]
      : [];
  });
  return {
    ticks: ticks.filter(({ item }) => !reopened.some((open) => open.item === item)),
    reopened,
  };
}

function hasChanged({ status, finding }: ChecklistAnswer, seen: NonNullable<Tick['seen']>): boolean {
  return status !== seen.status || finding !== seen.finding;
}

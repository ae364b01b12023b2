import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { ContextName, ContextReading } from '#domain/market/market-context.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

import { isWeak } from '#engine/evidence/judge-print.ts';

const SHOWN = ['dollar', 'curve', 'realTen', 'highYield'] as const satisfies readonly ContextName[];

/** Item 10: the dollar, yields and spreads. Context, never a gate; nothing where nobody is asked for them. */
export function answerContext(
  { context }: Pick<Snapshot, 'context'>,
  { print }: Pick<Decision, 'print'>,
): readonly ChecklistAnswer[] {
  if (!context) {
    return [];
  }
  const about = { item: 'macro-context', number: 10, measures: [] } as const;
  const days = context.flatMap(({ day }) => day ?? []).toSorted();
  if (days.length === 0) {
    return [{ ...about, status: 'unknown', finding: 'context-unknown', facts: [] }];
  }
  const find = (name: ContextName): ContextReading | undefined => context.find((one) => one.name === name);
  const facts = [...SHOWN.flatMap((name) => factsOf(find(name))), days[0] ?? ''];
  const isDearer = print !== undefined && isWeak(print) && isRealRising(find);
  const finding = isDearer ? 'context-real' : 'context';
  return [{ ...about, status: 'ok', finding, facts }];
}

/** Inflation that is expected falls faster than yields do. */
function isRealRising(find: (name: ContextName) => ContextReading | undefined): boolean {
  return (find('nominalTen')?.fiveDays ?? 0) < 0 && (find('realTen')?.fiveDays ?? 0) > 0;
}

function factsOf(reading: ContextReading | undefined): readonly (string | number)[] {
  return reading?.reading.known
    ? [reading.reading.value, reading.oneDay ?? '', reading.fiveDays ?? '']
    : ['', '', ''];
}

import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { ContextName, ContextReading, KnownMultiple } from '#domain/market/market-context.ts';
import type { Measure } from '#domain/signal/evidence.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

import { isWeak } from '#engine/evidence/judge-print.ts';

const PERCENT = 100;

const SHOWN = ['dollar', 'curve', 'realTen', 'highYield'] as const satisfies readonly ContextName[];

/**
 * Item 10: the dollar, yields and spreads, and how much of RUT's variance is its own. Context, never a gate.
 *
 * @param own - the idiosyncratic shares with their means
 * @param multiples - those that somebody has entered by hand
 */
export function answerContext(
  { context = [] }: Pick<Snapshot, 'context'>,
  { print }: Pick<Decision, 'print'>,
  own: readonly Measure[],
  multiples: readonly KnownMultiple[] = [],
): ChecklistAnswer {
  const find = (name: ContextName): ContextReading | undefined => context.find((one) => one.name === name);
  const [oldest = ''] = context.flatMap(({ day }) => day ?? []).toSorted();
  const facts = [
    ...SHOWN.flatMap((name) => factsOf(find(name))),
    oldest,
    ...own.map(({ value }) => (value === undefined ? '' : Math.round(value * PERCENT))),
    ...multiples.flatMap(({ multiple, caps, value, source, day, days }) => [
      multiple,
      caps,
      value,
      source,
      day,
      days,
    ]),
  ];
  const isDearer = print !== undefined && isWeak(print) && isRealRising(find);
  const isKnown = oldest !== '' || own.some(({ value }) => value !== undefined);
  return {
    item: 'macro-context',
    number: 10,
    measures: [],
    status: isKnown ? 'ok' : 'unknown',
    finding: oldest === '' ? 'context-unknown' : isDearer ? 'context-real' : 'context',
    facts,
  };
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

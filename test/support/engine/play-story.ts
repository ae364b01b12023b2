import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { BudgetCheck } from '#domain/hedge/hedge-report.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { someSettings } from './decision.ts';
import type { Move } from './market-story.ts';

/** Small caps fall hard while large caps hardly move; breadth as well. */
export const RUT_FALLS: Move = { rut: -0.018, spx: -0.002, breadth: [-0.6, 0] };

/** Both recover, small caps faster. */
export const BOTH_RISE: Move = { rut: 0.012, spx: 0.006, breadth: [0.5, 0.3] };

/** The same session so many times. */
export function times(count: number, move: Move): readonly Move[] {
  return Array.from({ length: count }, () => move);
}

/** A CPI far below its forecasts. */
export const FAR_BELOW = { core: { actual: 0, consensus: 4 }, headline: { actual: 0, consensus: 4 } };

/** What the engine makes of one snapshot. */
export function decide(
  snapshot: Snapshot,
  { settings = someSettings(), memory = initialMemory(settings), budget }: Partial<Played> = {},
): Decision {
  const inputs = { snapshot, book: undefined, settings, settingsVersion: 3, memory };
  return evaluate({ ...inputs, ...(budget && { budget }) });
}

export type Played = {
  readonly settings: Settings;
  readonly memory: Memory;
  /** What each step costs, and what may be spent. */
  readonly budget: BudgetCheck;
};

/** The memory once a decision's card has been posted. */
export function posted({ memory, adopts }: Decision): Memory {
  return { ...memory, programme: adopts ?? memory.programme };
}

/** Evaluates snapshots one after another, each card posted before the next. */
export function playAll(
  snapshots: readonly Snapshot[],
  { settings = someSettings(), memory = initialMemory(settings) }: Partial<Played> = {},
): readonly Decision[] {
  let remembered = memory;
  return snapshots.map((snapshot) => {
    const decision = decide(snapshot, { settings, memory: remembered });
    remembered = posted(decision);
    return decision;
  });
}

import type { DriftParts } from '#adapters/http/clock-drift.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import type { SourceProbe } from '#ports/sources/source-diagnostics.ts';
import { examineSources } from '#services/health/examine-sources.ts';
import { type MachineParts, examineMachine } from './examine-machine.ts';

export type CheckupParts = MachineParts & {
  readonly time: DriftParts;
  readonly probes: readonly SourceProbe[];
  /** Told after each answer of a source. */
  readonly tell?: (done: number, all: number) => void;
};

/** Asks every source once and looks at this machine, both at the same time. */
export async function takeCheckup(parts: CheckupParts, signal: AbortSignal): Promise<Checkup> {
  const { probes, time, tell } = parts;
  const { wallClock } = time;
  const [machine, sources] = await Promise.all([
    examineMachine(parts, signal),
    examineSources(probes, { wallClock, ...(tell && { tell }) }, signal),
  ]);
  return { at: wallClock.now(), machine, sources };
}

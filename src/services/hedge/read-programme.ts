import type { Decision } from '#domain/signal/decision.ts';
import { isProblem } from '#domain/problem.ts';
import { initialMemory } from '#engine/decision/initial-memory.ts';
import type { Found } from '#services/signal/evaluate-now.ts';
import type { ProgrammeReading } from './exposure-reports.ts';
import type { ExposureParts } from './exposure-parts.ts';

/** What the rules make of a server this moment; `undefined` while no market can be looked at. */
export async function findNow(
  { evaluateNow }: Pick<ExposureParts, 'evaluateNow'>,
  server: string,
  signal: AbortSignal,
): Promise<Found | undefined> {
  try {
    return await evaluateNow(server, signal);
  } catch (error) {
    if (isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}

/** The ratio that a server has adopted, and the step that its rules would take, where a market can be looked at. */
export async function readProgramme(
  { ledger, settings: store }: Pick<ExposureParts, 'ledger' | 'settings'>,
  server: string,
  found: Found | undefined,
): Promise<ProgrammeReading> {
  const { settings } = await store.read(server);
  const { programme } = (await ledger.memory(server)) ?? initialMemory(settings);
  return {
    programme,
    base: settings['ratio.base'],
    hardCap: settings['ratio.hardCap'],
    ...(found && { now: standing(found.decision) }),
  };
}

function standing({ state, ratio }: Decision): NonNullable<ProgrammeReading['now']> {
  const { target, step, next, limits } = ratio;
  return { state, target, step, next, limits };
}

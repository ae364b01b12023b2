import type { Limit, Programme, State } from '#domain/signal/decision.ts';
import { isProblem } from '#domain/problem.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { DecisionNow, EvaluationServices } from '#services/signal/index.ts';

/** The ratio that the server's rules have adopted, and where they would put it now. */
export type ProgrammeReading = {
  readonly programme: Programme;
  readonly base: number;
  readonly hardCap: number;
  /** As the rules stand this moment; absent where no market data are connected. */
  readonly now?: {
    readonly state: State;
    readonly target: number;
    readonly step: number;
    readonly next: number;
    readonly limits: readonly Limit[];
  };
};

export type ProgrammeDeps = Pick<EvaluationServices, 'decideNow'> & {
  readonly ledger: Pick<DecisionLedger, 'memory'>;
  readonly settings: Pick<SettingsStore, 'read'>;
};

/** What the rules decide for a server this moment; `undefined` while no market can be looked at. */
export async function decidedNow(
  { decideNow }: Pick<ProgrammeDeps, 'decideNow'>,
  server: string,
  signal: AbortSignal,
): Promise<DecisionNow | undefined> {
  try {
    return await decideNow(server, signal);
  } catch (error) {
    if (isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}

/** The ratio that a server has adopted, and the step that its rules would take, where a market can be looked at. */
export async function readProgramme(
  deps: ProgrammeDeps,
  server: string,
  signal: AbortSignal,
): Promise<ProgrammeReading> {
  const present = await decidedNow(deps, server, signal);
  const { settings } = await deps.settings.read(server);
  const { programme } = (await deps.ledger.memory(server)) ?? initialMemory(settings);
  return {
    programme,
    base: settings['ratio.base'],
    hardCap: settings['ratio.hardCap'],
    ...(present && { now: stepNow(present) }),
  };
}

function stepNow({ decision }: DecisionNow): NonNullable<ProgrammeReading['now']> {
  const { state, ratio } = decision;
  const { target, step, next, limits } = ratio;
  return { state, target, step, next, limits };
}

import type { Programme } from '#domain/signal/decision.ts';
import { isProblem } from '#domain/problem.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { EvaluationServices } from '#services/signal/index.ts';

/** The ratio that the server's rules have adopted, and where they would put it now. */
export type ProgrammeReading = {
  readonly programme: Programme;
  readonly base: number;
  readonly hardCap: number;
  /** As the rules stand this moment; absent where no market data are connected. */
  readonly now?: Awaited<ReturnType<EvaluationServices['ratioNow']>>;
};

export type ProgrammeDeps = Pick<EvaluationServices, 'ratioNow'> & {
  readonly ledger: Pick<DecisionLedger, 'memory'>;
  readonly settings: Pick<SettingsStore, 'read'>;
};

/** What an act says of the market; `undefined` while no market can be looked at. */
export async function whereKnown<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
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
  const now = await whereKnown(deps.ratioNow(server, signal));
  const { settings } = await deps.settings.read(server);
  const { programme } = (await deps.ledger.memory(server)) ?? initialMemory(settings);
  return {
    programme,
    base: settings['ratio.base'],
    hardCap: settings['ratio.hardCap'],
    ...(now && { now }),
  };
}

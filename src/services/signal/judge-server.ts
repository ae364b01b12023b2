import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { ServerSettings, Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { countLots } from '#engine/account/count-contracts.ts';
import { checkBudget } from '#engine/plan/plan-step.ts';
import { readParity } from '#engine/valuation/read-parity.ts';
import type { DecisionInputs } from '#ports/ledger/ledger.ts';
import type { Holdings, ReadHoldings } from '#services/book/read-holdings.ts';
import { standingBeside } from './standing-beside.ts';

/** One server at one look at the market. */
export type ServerCase = {
  readonly server: string;
  readonly kept: ServerSettings;
  readonly memory: Memory;
  readonly snapshot: Snapshot;
  readonly market: MarketMeasures;
};

/** A decision, and everything that it and its card were made of. */
export type Judged = { readonly inputs: DecisionInputs; readonly decision: Decision };

type Case = Omit<ServerCase, 'server'>;

export type JudgeServer = (given: ServerCase, signal: AbortSignal) => Promise<Judged>;

/** Reads what the server holds, and evaluates it with that. */
export function createJudgeServer({ readHoldings }: { readonly readHoldings: ReadHoldings }): JudgeServer {
  return async (given, signal) => {
    const { server, kept, snapshot } = given;
    const asked = { settings: kept.settings, now: snapshot.asOf };
    return judgeHeld(await readHoldings({ server }, asked, signal), given);
  };
}

/**
 * Evaluates one server with what it holds.
 *
 * The programme ratio decides alone, but for one rule: a step that the year's hedge budget cannot pay is not taken.
 * What it costs is known only once it is planned, so a step that is priced is evaluated a second time, with its cost
 * among the inputs.
 */
export function judgeHeld(holdings: Holdings, { kept, memory, snapshot, market }: Case): Judged {
  const { settings, version: settingsVersion } = kept;
  const book = bookHeld(holdings, settings);
  const inputs = { snapshot, book, settings, settingsVersion, memory };
  const around = { settings, snapshot };
  const first = evaluate(inputs, market);
  const planned = standingBeside(first, holdings, around);
  const budget = planned && checkBudget(planned);
  const priced = budget ? { ...inputs, budget } : inputs;
  const decision = budget ? evaluate(priced, market) : first;
  const standing =
    decision.ratio.step === first.ratio.step ? planned : standingBeside(decision, holdings, around);
  return {
    decision,
    inputs: { ...priced, ...(standing && { standing }), parity: readParity(holdings.sources) },
  };
}

/** Counted from the lots where there are some, else as the server says. */
function bookHeld({ positions, counted }: Holdings, settings: Settings): DecisionInputs['book'] {
  if (positions.condors.length + positions.hedges.length === 0) {
    return counted;
  }
  const expirations = settings['exposure.expirations'];
  const { condors, hedge } = countLots(positions, expirations);
  return { condors, hedge: hedge.slice(0, expirations).map(({ contracts }) => contracts) };
}

import { memoizeWeak } from '#domain/memoize.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { ServerSettings, Settings } from '#domain/settings/settings.ts';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { countLots } from '#engine/account/count-contracts.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { checkBudget, stepCosts } from '#engine/plan/check-budget.ts';
import { readParity } from '#engine/valuation/read-parity.ts';
import { hedgeReport } from '#engine/account/hedge-report.ts';
import type { HedgeReportCase } from '#engine/account/hedge-report-case.ts';
import { hedgeCost, hedgeFlows } from '#engine/upkeep/hedge-cost.ts';
import type { Log } from '#ports/log.ts';
import { type DecisionInputs, INPUTS_SCHEMA } from '#ports/ledger/ledger.ts';
import type { Holdings, HoldingsServices, SharedPrices } from '#services/book/index.ts';
import { attemptExposure, type ExposureAttempt } from './attempt-exposure.ts';

/** One server at one look at the market. */
export type ServerCase = {
  readonly server: string;
  readonly serverSettings: ServerSettings;
  readonly memory: Memory;
  readonly snapshot: Snapshot;
  readonly market: MarketMeasures;
  /** Absent where no prices give it. */
  readonly skew?: SkewReport;
  /** Of the snapshot's instant, where several servers are judged; absent for one by itself. */
  readonly prices?: SharedPrices;
};

/** A decision, and everything that it and its card were made of. */
export type Judged = { readonly inputs: DecisionInputs; readonly decision: Decision };

type Case = Omit<ServerCase, 'server'>;
type HoldingsDeps = Pick<HoldingsServices, 'readHoldings'> & { readonly log: Pick<Log, 'error'> };

/**
 * Evaluates a server, and reads what it holds: the decision, and how the hedge stands beside it. No fault of a book or
 * a mark keeps the decision from being made; what failed is named among the inputs.
 */
export async function judgeServer(
  deps: HoldingsDeps,
  look: ServerCase,
  signal: AbortSignal,
): Promise<Judged> {
  const attempt = attemptExposure(deps, look.server);
  return judgeHeld(await readBeside(deps, look, attempt, signal), look, attempt);
}

/**
 * The decision of one server alone. What it holds is read only where a budget may block the step.
 */
export async function decideServer(
  deps: HoldingsDeps,
  look: ServerCase,
  signal: AbortSignal,
): Promise<Decision> {
  const { market } = look;
  const inputs = inputsOf(look);
  const unbounded = evaluate(inputs, market);
  if (!mayBeBlocked(unbounded, inputs.settings)) {
    return unbounded;
  }
  const attempt = attemptExposure(deps, look.server);
  const holdings = await readBeside(deps, look, attempt, signal);
  const budget = holdings && attempt.measure(() => budgetOf(unbounded, holdings, look));
  return budget ? evaluate({ ...inputs, budget }, market) : unbounded;
}

/** Evaluates one server with what it holds. @param holdings - absent where they could not be read */
export function judgeHeld(holdings: Holdings | undefined, look: Case, attempt: ExposureAttempt): Judged {
  const { snapshot, market } = look;
  const inputs = inputsOf(look);
  const unbounded = evaluate(inputs, market);
  const budget = holdings && attempt.measure(() => budgetOf(unbounded, holdings, look));
  const decision = budget ? evaluate({ ...inputs, budget }, market) : unbounded;
  const beside = holdings && besideOf(decision, holdings, { settings: inputs.settings, snapshot }, attempt);
  const exposureFault = attempt.fault();
  return {
    decision,
    inputs: { ...inputs, ...(budget && { budget }), ...beside, ...(exposureFault && { exposureFault }) },
  };
}

function inputsOf({ serverSettings, memory, snapshot, skew }: Case) {
  const { settings, version: settingsVersion } = serverSettings;
  return {
    schema: INPUTS_SCHEMA,
    snapshot,
    book: undefined,
    settings,
    settingsVersion,
    memory,
    ...(skew && { skew }),
  };
}

function readBeside(
  { readHoldings }: HoldingsDeps,
  { server, serverSettings: { settings }, snapshot, prices }: ServerCase,
  attempt: ExposureAttempt,
  signal: AbortSignal,
): Promise<Holdings | undefined> {
  const query = { settings, now: snapshot.asOf, ...(prices && { prices }) };
  return attempt.read(() => readHoldings({ server }, query, signal), signal);
}

/** What is held, counted and measured; what cannot be is left out. */
function besideOf(
  decision: Decision,
  holdings: Holdings,
  around: Pick<DecisionInputs, 'settings' | 'snapshot'>,
  attempt: ExposureAttempt,
): Pick<DecisionInputs, 'book' | 'standing' | 'parity'> {
  const standing = attempt.measure(() => reportOf(decision, holdings, around));
  const parity = attempt.measure(() => readParity(holdings.sources, around.settings));
  return {
    book: attempt.measure(() => bookHeld(holdings, around.settings)),
    ...(standing && { standing }),
    ...(parity && { parity }),
  };
}

/** How what a server holds stands beside a decision; `undefined` where no lots are kept. */
function reportOf(
  decision: Decision,
  holdings: Holdings,
  around: Pick<DecisionInputs, 'settings' | 'snapshot'>,
): HedgeReport | undefined {
  return hasLots(holdings) ? hedgeReport(reportCase(decision, holdings, around)) : undefined;
}

/**
 * What a decision's step costs against the year's budget; `undefined` where nothing is held to one.
 *
 * The programme ratio decides alone, but for one rule: a step that the year's hedge budget cannot pay is not taken.
 * What it costs is known only once it is planned, so a step that is priced is evaluated a second time, with its cost
 * among the inputs.
 */
export function budgetOf(
  decision: Pick<Decision, 'ratio' | 'state'>,
  holdings: Holdings,
  { serverSettings: { settings }, snapshot }: Pick<Case, 'serverSettings' | 'snapshot'>,
): DecisionInputs['budget'] {
  if (!mayBeBlocked(decision, settings) || !hasLots(holdings)) {
    return undefined;
  }
  const planned = reportCase(decision, holdings, { settings, snapshot });
  return checkBudget(
    stepCosts(planned, bookExposure(planned)),
    hedgeCost(hedgeFlows(holdings.lots), holdings.today, settings),
  );
}

function mayBeBlocked({ ratio }: Pick<Decision, 'ratio'>, settings: Settings): boolean {
  return ratio.step !== 0 && settings['budget.capital'] !== null;
}

/** Once for all servers that look at one snapshot. */
const bySession = memoizeWeak(
  (closes: Snapshot['market']['rut']['closes']) =>
    new Map(closes.map(({ session, close }) => [session, close])),
);

function hasLots({ positions }: Holdings): boolean {
  return positions.condors.length + positions.hedges.length > 0;
}

function reportCase(
  decision: Pick<Decision, 'ratio' | 'state'>,
  holdings: Holdings,
  { settings, snapshot }: Pick<DecisionInputs, 'settings' | 'snapshot'>,
): HedgeReportCase {
  return {
    ...holdings,
    settings,
    decision,
    dailyRange: expectedDailyRange(snapshot, settings),
    smallCaps: bySession(snapshot.market.rut.closes),
    lastSession: snapshot.lastSession,
  };
}

/** Counted from the lots where there are some, else as the server says. */
function bookHeld(holdings: Holdings, settings: Settings): DecisionInputs['book'] {
  const { positions, counted } = holdings;
  if (!hasLots(holdings)) {
    return counted;
  }
  const expirations = settings['exposure.expirations'];
  const { condors, hedge } = countLots(positions, expirations);
  return { condors, hedge: hedge.slice(0, expirations).map(({ contracts }) => contracts) };
}

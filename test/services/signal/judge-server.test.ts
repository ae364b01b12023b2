import { describe, expect, it } from 'vitest';
import type { Positions } from '#domain/book/lot.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { decideServer, judgeServer } from '#services/signal/judge-server.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';
import { vixCalls, WORKED_POSITIONS } from '#test/support/book/worked-book.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';

const { signal } = new AbortController();
const snapshot = official(1);
const QUIET = { error: () => undefined };

/** The close at which everything confirms, for a server that holds the worked example. */
function setUp(settings: Partial<Settings>, positions: Positions = WORKED_POSITIONS) {
  const deps = { readHoldings: async () => workedHoldings(positions), log: QUIET };
  const serverSettings = { version: 3, settings: someSettings(settings), changes: [] };
  const market = measureMarket(snapshot);
  const look = { server: '1', serverSettings, memory: memoryAfter(0), snapshot, market };
  return { deps, look };
}

function judge(settings: Partial<Settings>, positions?: Positions) {
  const { deps, look } = setUp(settings, positions);
  return judgeServer(deps, look, signal);
}

describe('judgeServer', () => {
  it('takes the step where no budget is set, and measures the hedge beside it', async () => {
    const { decision, inputs } = await judge({});
    expect(decision.ratio).toMatchObject({ step: 0.1, limits: ['step-up'] });
    expect(inputs).not.toHaveProperty('budget');
    expect(inputs.standing?.ratio.known).toBe(true);
  });

  it('takes no step that the year’s hedge budget cannot pay, and names the limit', async () => {
    const { decision, inputs } = await judge({ 'budget.capital': 1_000, 'budget.annualPercent': 2 });
    expect(inputs.budget).toMatchObject({ budget: 20 });
    expect(decision.ratio).toMatchObject({ step: 0, target: 0.85, limits: ['hedge-budget'] });
    expect(decision).not.toHaveProperty('adopts');
  });

  it('takes a step that the budget pays', async () => {
    const { decision } = await judge({ 'budget.capital': 10_000_000 });
    expect(decision.ratio.step).toBe(0.1);
  });

  it('counts contracts from the lots where there are some, else from what the server says', async () => {
    expect((await judge({})).inputs.book).toEqual({ condors: 4, hedge: [29, 29, 15] });
    const none = await judge({}, { condors: [], hedges: [] });
    expect(none.inputs.book).toEqual({ condors: 10, hedge: [4, 4, 2] });
    expect(none.inputs).not.toHaveProperty('standing');
  });

  it('decides the same whatever is held, but for the budget', async () => {
    const [some, none] = [
      await judge({}),
      await judge({}, { condors: [], hedges: [vixCalls('short', ['2026-02-04', 25, 1])] }),
    ];
    expect(some.decision).toEqual(none.decision);
  });
});

describe('decideServer', () => {
  it.each([
    ['no budget is set', {}],
    ['the budget cannot pay the step', { 'budget.capital': 1_000, 'budget.annualPercent': 2 }],
    ['the budget pays the step', { 'budget.capital': 10_000_000 }],
  ] as const)('decides what is decided with the hedge beside it where %s', async (_words, settings) => {
    const { deps, look } = setUp(settings);
    expect(await decideServer(deps, look, signal)).toEqual((await judge(settings)).decision);
  });

  it('reads what is held only where a budget may block a step', async () => {
    const read = { count: 0 };
    const readHoldings = async () => {
      read.count += 1;
      return workedHoldings();
    };
    await decideServer({ readHoldings, log: QUIET }, setUp({}).look, signal);
    expect(read.count).toBe(0);
    await decideServer({ readHoldings, log: QUIET }, setUp({ 'budget.capital': 1_000 }).look, signal);
    expect(read.count).toBe(1);
  });
});

describe('what a decision is made of', () => {
  it('is what the server holds at the instant of the snapshot', async () => {
    const asked: unknown[] = [];
    const { look } = setUp({ 'budget.capital': 1_000 });
    const readHoldings = async (...request: readonly unknown[]) => {
      asked.push(request);
      return workedHoldings();
    };
    await judgeServer({ readHoldings, log: QUIET }, { ...look, server: '7' }, signal);
    await decideServer({ readHoldings, log: QUIET }, { ...look, server: '7' }, signal);
    const request = [{ server: '7' }, { settings: look.serverSettings.settings, now: snapshot.asOf }, signal];
    expect(asked).toEqual([request, request]);
  });

  it('is stored with the settings, their version and the memory, so that it can be made again', async () => {
    const { deps, look } = setUp({});
    const { inputs, decision } = await judgeServer(deps, look, signal);
    expect(inputs).toMatchObject({ settingsVersion: 3, memory: look.memory });
    expect(inputs.snapshot).toBe(snapshot);
    expect(inputs.settings).toBe(look.serverSettings.settings);
    expect(evaluate(inputs)).toEqual(decision);
  });

  it('is made again to the same with the budget that it was held to', async () => {
    const { decision, inputs } = await judge({ 'budget.capital': 1_000, 'budget.annualPercent': 2 });
    expect(evaluate(inputs)).toEqual(decision);
  });

  it('counts the nearest expirations alone, as many as the server has set', async () => {
    const counted = async (expirations: number) =>
      (await judge({ 'exposure.expirations': expirations })).inputs.book?.hedge;
    expect(await counted(1)).toEqual([29]);
    expect(await counted(2)).toEqual([29, 29]);
    expect(await counted(3)).toEqual([29, 29, 15]);
  });

  it('holds no step against a budget where no lots are kept', async () => {
    const { decision, inputs } = await judge({ 'budget.capital': 1 }, { condors: [], hedges: [] });
    expect(inputs).not.toHaveProperty('budget');
    expect(decision.ratio.step).toBe(0.1);
    const { deps, look } = setUp({ 'budget.capital': 1 }, { condors: [], hedges: [] });
    expect((await decideServer(deps, look, signal)).ratio.step).toBe(0.1);
  });

  it('has a hedge report for condors alone, and for hedges alone', async () => {
    const [condors, hedges] = [
      await judge({}, { ...WORKED_POSITIONS, hedges: [] }),
      await judge({}, { ...WORKED_POSITIONS, condors: [] }),
    ];
    expect(condors.inputs.book).toEqual({ condors: 4, hedge: [] });
    expect(hedges.inputs.book).toEqual({ condors: 0, hedge: [29, 29, 15] });
    expect(condors.inputs.standing).toBeDefined();
    expect(hedges.inputs.standing).toBeDefined();
  });

  it('asks no budget about a step that is none', async () => {
    const { deps, look } = setUp({ 'budget.capital': 1 });
    const calm = { ...look, memory: initialMemory(look.serverSettings.settings) };
    const quiet = { ...calm, snapshot: official(-1, { prints: [] }) };
    const { decision, inputs } = await judgeServer(
      deps,
      { ...quiet, market: measureMarket(quiet.snapshot) },
      signal,
    );
    expect(decision.ratio.step).toBe(0);
    expect(inputs).not.toHaveProperty('budget');
  });
});

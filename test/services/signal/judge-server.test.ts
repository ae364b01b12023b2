import { describe, expect, it } from 'vitest';
import type { Positions } from '#domain/book/lot.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { createJudgeServer } from '#services/signal/judge-server.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';
import { vixCalls, WORKED_POSITIONS } from '#test/support/book/worked-book.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';

const { signal } = new AbortController();
const snapshot = official(1);

/** The close at which everything confirms, for a server that holds the worked example. */
function judge(settings: Partial<Settings>, positions: Positions = WORKED_POSITIONS) {
  const judgeServer = createJudgeServer({ readHoldings: async () => workedHoldings(positions) });
  const kept = { version: 3, settings: someSettings(settings), changes: [] };
  const market = measureMarket(snapshot);
  return judgeServer({ server: '1', kept, memory: memoryAfter(0), snapshot, market }, signal);
}

describe('judgeServer', () => {
  it('takes the step and plans its contracts where no budget is set', async () => {
    const { decision, inputs } = await judge({});
    expect(decision.ratio).toMatchObject({ step: 0.1, limits: ['step-up'] });
    expect(inputs).not.toHaveProperty('budget');
    expect(inputs.standing?.plans.length).toBeGreaterThan(0);
  });

  it('takes no step that the year’s hedge budget cannot pay, and names the limit', async () => {
    const { decision, inputs } = await judge({ 'budget.capital': 1_000, 'budget.annualPercent': 2 });
    expect(inputs.budget).toMatchObject({ budget: 20 });
    expect(decision.ratio).toMatchObject({ step: 0, target: 0.85, limits: ['hedge-budget'] });
    expect(decision).not.toHaveProperty('adopts');
    expect(inputs.standing?.plans).toEqual([]);
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

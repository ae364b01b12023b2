import { Session } from 'node:inspector/promises';
import { describe, expect, it } from 'vitest';
import { bind } from '#services/bind.ts';
import { decideNow, judgeNow, lookNow } from '#services/signal/decide-now.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { memoryAfter, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const NOW = Date.parse('2026-12-01T17:00:00Z');

/** A question at the close at which everything confirms, asked for a server that holds the worked example. */
function setUp(remembered = true) {
  const asked: unknown[] = [];
  const deps = {
    calendar: CALENDAR,
    ledger: { memory: async () => (remembered ? memoryAfter(0) : undefined) },
    settings: { read: async () => ({ version: 3, settings: someSettings(), changes: [] }) },
    marketClock: { now: () => NOW },
    async takeSnapshot(...request: readonly unknown[]) {
      asked.push(request.slice(0, 2));
      return story.at(1, 'question', { prints: [weakCpi], breadth: true });
    },
    withManualFigures: async (_: string, snapshot: ReturnType<typeof story.at>) => snapshot,
    readHoldings: async () => workedHoldings(),
    log: { error: () => undefined },
  };
  return { deps, asked };
}

/** How many functions of the sources run while something is asked for. */
async function functionsOf(ask: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await session.post('Profiler.takePreciseCoverage');
  await ask();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result
    .filter(({ url }) => /\/src\/(services|engine|domain|calendar)\//.test(url))
    .flatMap(({ functions }) => functions)
    .filter(({ ranges: [whole] }) => (whole?.count ?? 0) > 0).length;
}

describe('lookNow', () => {
  it('looks at the last session that may be used, as a question', async () => {
    const { deps, asked } = setUp();
    await lookNow(deps, '1', signal);
    expect(asked).toEqual([[{ kind: 'question', session: '2026-11-30' }, NOW]]);
  });

  it('begins at base with a server that nothing is remembered of', async () => {
    const { memory } = await lookNow(setUp(false).deps, '1', signal);
    expect(memory).toEqual(initialMemory(someSettings()));
  });
});

describe('decideNow', () => {
  it('decides what is judged with the hedge beside it', async () => {
    const { deps } = setUp();
    const { decision, settings } = await decideNow(deps, '1', signal);
    expect(decision).toMatchObject({ state: 'CAPITULATION', ratio: { step: 0.1 } });
    expect(decision).toEqual((await judgeNow(deps, '1', signal)).decision);
    expect(settings['ratio.base']).toBe(0.6);
  });

  it('runs fewer than two thirds of the functions that the hedge beside it takes', async () => {
    const { deps } = setUp();
    const decided = await functionsOf(() => bind(decideNow, deps)('1', signal));
    const judged = await functionsOf(() => bind(judgeNow, deps)('1', signal));
    expect(decided).toBeGreaterThan(50);
    expect(decided / judged).toBeLessThan(2 / 3);
  });
});

describe('judgeNow', () => {
  it('tells how the hedge stands beside the decision', async () => {
    const { inputs } = await judgeNow(setUp().deps, '1', signal);
    expect(inputs.standing?.ratio).toMatchObject({ known: true, value: expect.closeTo(0.5973, 3) });
    expect(inputs.book).toEqual({ condors: 4, hedge: [29, 29, 15] });
  });
});

import { describe, expect, it } from 'vitest';
import { UnknownDecision } from '#domain/problem.ts';
import { explainDecision, findDecisions } from '#services/signal/explain-decision.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';

const snapshot = official(1);
const memory = memoryAfter(0);
const decision = decide(snapshot, { memory });
const inputs = { snapshot, book: undefined, settings: someSettings(), settingsVersion: 3, memory };

function explain(stored: typeof decision, id = decision.id) {
  const ledger = {
    decision: async (_server: string, asked: string) =>
      asked === decision.id ? { server: '1', decision: stored, inputs, recordedAt: 0 } : undefined,
  };
  return explainDecision({ ledger }, '1', id);
}

describe('explainDecision', () => {
  it('proves that the stored inputs still lead to the decision', async () => {
    expect((await explain(decision)).replay).toBe('same');
  });

  it('says so where they lead elsewhere', async () => {
    expect((await explain({ ...decision, state: 'CALM' })).replay).toBe('different');
  });

  it('refuses an id that nothing is stored under', async () => {
    await expect(explain(decision, '2014-01-01.official')).rejects.toThrow(UnknownDecision);
  });
});

describe('findDecisions', () => {
  const ids = Array.from({ length: 300 }, (_, n) => `2014-09-${n}.official`);
  const ledger = {
    decisions: async (_server: string, limit: number) => ids.slice(0, limit).map((id) => aDecision({ id })),
  };
  const find = async (typed: string) => (await findDecisions({ ledger }, '1', typed)).map(({ id }) => id);

  it('offers those whose id contains what was typed, newest first, whatever its case', async () => {
    expect(await find(' 7.OFFICIAL ')).toEqual(
      expect.arrayContaining(['2014-09-7.official', '2014-09-17.official']),
    );
    expect((await find('7.official'))[0]).toBe('2014-09-7.official');
  });

  it('offers no more than the 25 that Discord shows, of the last 200', async () => {
    expect(await find('')).toHaveLength(25);
    expect(await find('2014-09-199.')).toEqual(['2014-09-199.official']);
    expect(await find('2014-09-200.')).toEqual([]);
  });
});

describe('what is said of a stored decision', () => {
  const ledger = {
    decision: async (server: string, id: string) => ({
      server,
      decision: { ...decision, id },
      inputs,
      recordedAt: 7,
    }),
  };

  it('is what was stored, with the volatility that it was made on', async () => {
    const { recorded, overview } = await explainDecision({ ledger }, '3', decision.id);
    expect(recorded).toMatchObject({ server: '3', decision: { id: decision.id }, recordedAt: 7 });
    expect(overview.vix).toMatchObject({ known: true, value: 14 });
  });

  it('bears the mark of a replay, and none on live data', async () => {
    const replay = await explainDecision({ ledger, watermark: 'RECORDED' }, '1', decision.id);
    expect(replay.watermark).toBe('RECORDED');
    expect(await explainDecision({ ledger }, '1', decision.id)).not.toHaveProperty('watermark');
  });

  it('names the id that nothing is stored under', async () => {
    const empty = { decision: async () => undefined };
    await expect(explainDecision({ ledger: empty }, '1', 'CPI-1.print')).rejects.toMatchObject({
      id: 'CPI-1.print',
    });
  });
});

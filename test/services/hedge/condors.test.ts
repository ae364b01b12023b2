import { describe, expect, it } from 'vitest';
import { NoLiveSources } from '#domain/problem.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { compareMeanings } from '#services/hedge/compare-meanings.ts';
import { condors } from '#services/hedge/condors.ts';
import { exposureHistory } from '#services/hedge/exposure-history.ts';
import { sizeHedge } from '#services/hedge/size-hedge.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { booked } from '#test/support/book/lots.ts';
import { WORKED_AS_OF, WORKED_POSITIONS } from '#test/support/book/worked-book.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const OWNER = { server: '1' };
const snapshot = official(1);
const memory = memoryAfter(0);

/** A server that holds the worked example, at the close at which everything confirms; or without a market. */
function setUp(hasMarket = true) {
  const settings = someSettings();
  return {
    settings: { read: async () => ({ version: 1, settings, changes: [] }) },
    marketClock: { now: () => WORKED_AS_OF },
    readHoldings: async () => workedHoldings(),
    calendar: CALENDAR,
    ledger: {
      memory: async () => memory,
      orderRecord: async () => ({
        memory,
        book: {
          revision: 1,
          open: [...WORKED_POSITIONS.condors, ...WORKED_POSITIONS.hedges].map((lot) => booked(lot)),
          ended: [],
          pending: [],
          proposalsMade: 0,
        },
        server: 's',
        orders: [],
        loose: 0,
      }),
    },
    async ratioNow() {
      if (!hasMarket) {
        throw new NoLiveSources();
      }
      const { state, ratio } = decide(snapshot, { memory });
      return { state, ...ratio };
    },
    async decideNow() {
      if (!hasMarket) {
        throw new NoLiveSources();
      }
      const decision = decide(snapshot, { memory });
      return { decision, snapshot, settings, market: measureMarket(snapshot) };
    },
  };
}

describe('condors', () => {
  it('looks at each condor as a confirmed signal wants it', async () => {
    const report = await condors(setUp(), OWNER, signal);
    expect(report.condors.map(({ lotId }) => lotId)).toEqual(['C1']);
    expect(report.isConfirmed).toBe(true);
  });

  it('says what it can while no market can be looked at', async () => {
    const report = await condors(setUp(false), OWNER, signal);
    expect([report.condors.length, report.isConfirmed]).toEqual([1, false]);
    expect(report).not.toHaveProperty('drag');
  });

  it('hides no failure of ours', async () => {
    const broken = { ...setUp(), decideNow: () => Promise.reject(new TypeError('ours')) };
    await expect(condors(broken, OWNER, signal)).rejects.toThrow('ours');
  });
});

describe('compareMeanings', () => {
  it('plans one and the same step under both meanings', async () => {
    const choice = await compareMeanings(setUp(), '1', signal);
    expect(choice.step).toEqual({ from: 0.6, to: 0.7 });
    const { multiplier, absolute } = choice.planned;
    expect(multiplier.opening).toMatchObject({ kind: 'opens', order: { from: 0.6, to: 0.7 } });
    expect(absolute.opening).toMatchObject({ kind: 'opens', order: { meaning: 'absolute', to: 0.7 } });
    expect(absolute.effects).not.toEqual(multiplier.effects);
  });

  it('plans for a confirmed signal where no rule can be asked', async () => {
    expect((await compareMeanings(setUp(false), '1', signal)).step).toEqual({ from: 0.6, to: 0.85 });
  });
});

describe('sizeHedge', () => {
  it('takes as many calls as the server keeps for ten condors', async () => {
    expect(await sizeHedge(setUp(), '1', 20)).toMatchObject({ condors: 20, perTenCondors: [4, 4, 2] });
  });
});

describe('exposureHistory', () => {
  const history = (points: number) => {
    const asked: number[] = [];
    const deps = {
      ledger: {
        async reports(_server: string, limit: number) {
          asked.push(limit);
          return Array.from({ length: points }, (_, n) => ({ decision: aDecision({ id: `${n}` }) }));
        },
        async ratioOverrides(_server: string, limit: number) {
          asked.push(limit);
          return [];
        },
      },
      drawBook: async (chart: unknown) => (chart ? { picture: { png: new Uint8Array(), altText: '' } } : {}),
    };
    return exposureHistory(deps, '1', signal).then((report) => ({ report, asked }));
  };

  it('looks back on 120 evaluations and lists five ratios that were set by hand', async () => {
    expect((await history(3)).asked).toEqual([120, 5]);
  });

  it('draws a line from two points on, and tells no ratio that was not told', async () => {
    expect((await history(1)).report).not.toHaveProperty('picture');
    const { report } = await history(2);
    expect(report).toHaveProperty('picture');
    expect(report.points[0]).toEqual({
      decisionId: '0',
      asOf: aDecision().asOf,
      state: 'CALM',
      programme: 0.6,
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import { answerBreakEven, answerBudget, answerDrag, answerParity } from '#engine/checklist/answer-hedge.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

const ratio = (value: number) => ({ known: true, value, isPartial: false }) as const;

/** A book that is valued and needs nothing, with what a test wants otherwise. */
function standing(otherwise: Partial<HedgeReport> = {}): HedgeReport {
  return {
    mode: 'vega',
    meaning: 'multiplier',
    ratio: ratio(0.6),
    stressRatio: ratio(1),
    condors: 4,
    rows: [],
    unvalued: [],
    isIllustration: false,
    rolls: [],
    cost: { from: '2025-01-06', until: '2026-01-05', paid: 0, received: 0, net: 0, unpriced: [] },
    breakEvens: [],
    ...otherwise,
  };
}

describe('answerDrag', () => {
  const drag = {
    lotId: 'C1',
    from: '2025-12-01',
    until: '2026-01-05',
    days: 35,
    condor: 0.04,
    etf: -0.04,
    period: 0.08,
  } as const;

  it('tells dollars per $100,000, and never a rate a year', () => {
    expect(answerDrag(standing({ drag: { ...drag, rate: 1.234 } }))).toMatchObject({
      status: 'watch',
      finding: 'etf-trails',
      facts: ['C1', 35, 4, -4, 8_000],
    });
  });

  it('finds none where the index did better', () => {
    expect(answerDrag(standing({ drag: { ...drag, period: -0.01 } }))).toMatchObject({
      status: 'ok',
      finding: 'etf-leads',
      facts: ['C1', 35, 4, -4, 1_000],
    });
  });

  it('does not know without a credit or a close', () => {
    expect(answerDrag(standing())).toMatchObject({ status: 'unknown', finding: 'drag-unknown' });
  });
});

describe('answerParity', () => {
  const decision = decide(official(1));
  const none: ParityReading = {
    root: 'VIX',
    expiry: '2026-01-21',
    strike: 18,
    asOf: 0,
    source: 'cboe',
    gap: 0.021,
    edge: -0.14,
    side: 'reversal',
    isOpportunity: false,
  };

  it('expects no opportunity, and shows the best of what there is', () => {
    const worse = { ...none, edge: -0.3, expiry: '2026-02-18' };
    expect(answerParity(decision, [worse, none])).toMatchObject({
      status: 'ok',
      finding: 'parity-none',
      facts: ['VIX', '2026-01-21', 18, 0.02, -0.14, 'reversal'],
    });
  });

  it('names an edge that is left after costs, to be documented', () => {
    const edge = { ...none, edge: 0.12, isOpportunity: true };
    expect(answerParity(decision, [edge])).toMatchObject({ status: 'watch', finding: 'parity-edge' });
  });

  it('is unknown and never ok where no edge can be told', () => {
    const { edge: _edge, ...edgeless } = none;
    expect(answerParity(decision, [edgeless])).toMatchObject({
      status: 'unknown',
      finding: 'parity-no-edge',
    });
  });

  it('tells what an SPX box pays over bills', () => {
    const box = { upper: 6400, rate: 0.0437, spread: 37.2 };
    const lent = { ...none, root: 'SPX', strike: 5600, box, side: 'lend', edge: -0.04 } as const;
    expect(answerParity(decision, [none, lent])).toMatchObject({
      status: 'ok',
      finding: 'box-none',
      facts: ['2026-01-21', '5600/6400', 37, -0.04, 'lend'],
    });
    expect(answerParity(decision, [{ ...lent, edge: 0.2, isOpportunity: true }])).toMatchObject({
      status: 'watch',
      finding: 'box-edge',
    });
  });

  it('asks for a note where nobody quotes, beside how the term structure moved', () => {
    const { status, finding, measures } = answerParity(decision, []);
    expect([status, finding]).toEqual(['unknown', 'parity-no-quotes']);
    expect(measures.map(({ id }) => id)).toEqual(['termChange1', 'termChange5']);
  });
});

describe('answerBreakEven', () => {
  const buffer = (multiples: number, threshold: number) =>
    ({
      known: true,
      value: {
        side: 'low',
        points: 80.4,
        percent: 1.3,
        multiples,
        threshold,
        isEnough: multiples >= threshold,
      },
    }) as const;

  it('tells the condor whose break-even is the fewest expected days away', () => {
    const breakEvens = [
      { lotId: 'C1', buffer: buffer(2, 1) },
      { lotId: 'C2', buffer: buffer(0.9, 1) },
    ];
    expect(answerBreakEven(standing({ breakEvens }))).toMatchObject({
      status: 'act',
      finding: 'break-even-near',
      facts: ['C2', 'low', 0.9, 1, 80],
    });
  });

  it('does not know while no condor can be measured, and says when there is none', () => {
    const breakEvens = [{ lotId: 'C1', buffer: { known: false, reason: 'no-range' } }] as const;
    expect(answerBreakEven(standing({ breakEvens })).finding).toBe('break-even-unknown');
    expect(answerBreakEven(standing()).finding).toBe('no-condors');
  });
});

describe('answerBudget', () => {
  const spent = (net: number, budget?: number) =>
    answerBudget(
      standing({
        cost: { ...standing().cost, net, ...(budget !== undefined && { budget, used: net / budget }) },
      }),
    );

  it.each([
    [799, 'ok', 'budget-within'],
    [800, 'watch', 'budget-within'],
    [1_000, 'watch', 'budget-within'],
    [1_001, 'act', 'budget-over'],
  ] as const)('of $%d spent of $1,000', (net, status, finding) => {
    expect(spent(net, 1_000)).toMatchObject({ status, finding });
  });

  it('shows the cost and no share of a budget that nobody set', () => {
    expect(spent(500)).toMatchObject({ status: 'unknown', finding: 'budget-unset', facts: [500, 0] });
  });
});

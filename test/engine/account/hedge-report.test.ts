import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { hedgeReport } from '#engine/account/hedge-report.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { known, WORKED_CONDOR, WORKED_POSITIONS, workedSources } from '#test/support/book/worked-book.ts';

type Wish = {
  readonly positions?: Positions;
  readonly settings?: Partial<Settings>;
  readonly decision?: Decision;
  readonly smallCaps?: ReadonlyMap<string, number>;
  readonly ended?: readonly BookedLot[];
};

function stand({ positions = WORKED_POSITIONS, settings = {}, decision = aDecision(), ...wish }: Wish = {}) {
  return hedgeReport({
    positions,
    lots: [
      ...[...positions.condors, ...positions.hedges].map((lot) => ({ lot, revision: 1 })),
      ...(wish.ended ?? []),
    ],
    today: '2026-01-05',
    sources: workedSources(),
    geometry: volGeometry(),
    settings: someSettings(settings),
    decision,
    dailyRange: known(1),
    smallCaps: wish.smallCaps ?? new Map(),
    lastSession: '2026-01-05',
  });
}

const raise = aDecision({ ratio: { ...aDecision().ratio, target: 0.85, step: 0.25, next: 0.85 } });

describe('hedgeReport', () => {
  it('measures the worked example: H 0.597, H(+10) 1.00', () => {
    // Reference: the worked example of the project's formulas, section 2.2.
    const { mode, ratio, stressRatio, condorExposure, condorVega, rows } = stand();
    expect(mode).toBe('vega');
    expect(ratio).toMatchObject({ known: true, value: expect.closeTo(0.5973, 4) });
    expect(stressRatio).toMatchObject({ value: expect.closeTo(1, 2) });
    expect(condorExposure).toBeCloseTo(-993.69, 1);
    expect(condorVega).toBeCloseTo(-1217.01, 1);
    expect(rows.map(({ contracts }) => contracts)).toEqual([29, 29, 15]);
  });

  it('asks for the larger distance to a break-even while the signal is confirmed, and for the usual one before', () => {
    const bufferAt = (state: Decision['state']) => {
      const [first] = stand({
        decision: aDecision({ state }),
        positions: { condors: [{ ...WORKED_CONDOR, credit: 30 }], hedges: [] },
      }).breakEvens;
      return first?.buffer.known === true ? first.buffer.value.threshold : undefined;
    };
    expect(bufferAt('CONFIRM')).toBe(0.5);
    expect(bufferAt('CAPITULATION')).toBe(0.7);
  });

  it('counts the condors that it stands beside, and none where there are none', () => {
    expect(stand().condors).toBe(4);
    expect(stand({ positions: { ...WORKED_POSITIONS, condors: [] } }).condors).toBe(0);
  });

  it('holds every layer against its base size, and knows what has settled without a successor', () => {
    // 4 condors × 10 calls per ten: 4 calls, split 2/1/1.
    expect(stand().layers).toEqual([
      { layer: 'short', held: 29, base: 2, state: 'whole' },
      { layer: 'medium', held: 29, base: 1, state: 'whole' },
      { layer: 'long', held: 15, base: 1, state: 'whole' },
    ]);
    const [short, ...rest] = WORKED_POSITIONS.hedges;
    const positions = { ...WORKED_POSITIONS, hedges: rest };
    expect(stand({ positions }).layers?.[0]).toMatchObject({ state: 'empty', status: 'act' });
    const end = { how: 'expired', on: '2026-01-05', at: 1 } as const;
    const ended = short ? [{ lot: short, revision: 2, end }] : [];
    expect(stand({ positions, ended }).layers?.[0]).toMatchObject({ state: 'settled', status: 'act' });
  });

  it('is written in plain JSON: what is read back is the same', () => {
    const standing = stand({ decision: raise });
    expect(JSON.parse(JSON.stringify(standing))).toStrictEqual(standing);
  });

  it('compares the condor with the index since the day it was sold, whatever the hedge cost', () => {
    const sold = { ...WORKED_CONDOR, credit: 30, openedOn: '2025-12-01' };
    const { drag } = stand({
      positions: { condors: [sold], hedges: [] },
      smallCaps: new Map([
        ['2025-12-01', 2_500],
        ['2026-01-05', 2_400],
      ]),
    });
    expect(drag).toMatchObject({ lotId: 'C1', days: 35, etf: expect.closeTo(-0.04, 9) });
    // Width 100 less credit 30 is 70 at risk; bought back at 26.97 points, 73.03 are left of it.
    expect(drag?.condor).toBeCloseTo((100 - 26.9686) / 70 - 1, 4);
  });

  it.each([
    // 73.0314 of 70 after 29 days, 30 and 35: with the index flat 71, 67.5 and 55.6 % a year.
    ['2025-12-07', undefined],
    ['2025-12-06', 0.675],
    ['2025-12-01', 0.556],
  ])('tells a rate a year of a condor sold on %s from 30 days on', (openedOn, rate) => {
    const closes = new Map([
      [openedOn, 2_400],
      ['2026-01-05', 2_400],
    ]);
    const sold = { ...WORKED_CONDOR, credit: 30, openedOn };
    const { drag } = stand({ positions: { condors: [sold], hedges: [] }, smallCaps: closes });
    expect(drag?.period).toBeCloseTo(0.0433, 3);
    expect(drag?.rate).toEqual(rate === undefined ? undefined : expect.closeTo(rate, 2));
  });

  it('tells no rate beyond 999 % a year', () => {
    const sold = { ...WORKED_CONDOR, credit: 90, openedOn: '2025-12-01' };
    const closes = new Map([
      ['2025-12-01', 2_400],
      ['2026-01-05', 2_400],
    ]);
    const { drag } = stand({ positions: { condors: [sold], hedges: [] }, smallCaps: closes });
    expect(drag?.period).toBeGreaterThan(6);
    expect(drag).not.toHaveProperty('rate');
  });

  const CLOSES = new Map([
    ['2025-12-01', 2_500],
    ['2026-01-05', 2_400],
  ]);
  const SOLD = { ...WORKED_CONDOR, credit: 30, openedOn: '2025-12-01' };
  const bought = (cost?: number) =>
    WORKED_POSITIONS.hedges.map((hedge) => ({
      ...hedge,
      openedOn: '2025-12-01',
      ...(cost !== undefined && { cost }),
    }));

  it('counts what is left of the hedge, and of its cost and worth each lot’s part', () => {
    // 73 contracts at 1.00 cost $7,300. They are worth 29 × 0.851 + 29 × 1.608 + 15 × 1.518 points, $9,407.
    const whole = stand({ positions: { condors: [SOLD], hedges: bought(1) }, smallCaps: CLOSES }).drag;
    const atRisk = 70 * 4 * 100;
    expect(whole?.condor).toBeCloseTo((73.0314 * 4 * 100 + 9_407.6) / (atRisk + 7_300) - 1, 3);
    const other = { ...SOLD, id: 'C2', openedOn: '2025-12-02', quantity: 12 };
    const part = stand({ positions: { condors: [SOLD, other], hedges: bought(1) }, smallCaps: CLOSES }).drag;
    expect(part?.condor).toBeCloseTo((73.0314 * 4 * 100 + 9_407.6 / 4) / (atRisk + 7_300 / 4) - 1, 3);
  });

  it('has no drag where nobody knows what the hedge cost', () => {
    expect(stand({ positions: { condors: [SOLD], hedges: bought() }, smallCaps: CLOSES })).not.toHaveProperty(
      'drag',
    );
  });

  it('has no drag where a close of the index is missing', () => {
    expect(
      stand({ positions: { condors: [{ ...WORKED_CONDOR, credit: 30 }], hedges: [] } }),
    ).not.toHaveProperty('drag');
  });

  it('tells an illustration only where all of it is one', () => {
    const illustrated = { ...WORKED_CONDOR, isIllustration: true } as const;
    expect(stand({ positions: { condors: [illustrated], hedges: [] } }).isIllustration).toBe(true);
    expect(stand({ positions: { ...WORKED_POSITIONS, condors: [illustrated] } }).isIllustration).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { hedgeNews } from '#engine/upkeep/hedge-news.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { WORKED_POSITIONS } from '#test/support/book/worked-book.ts';

const lots = WORKED_POSITIONS.hedges.map((lot) => ({ lot: { ...lot, cost: 1 }, revision: 1 }));
const held = { positions: WORKED_POSITIONS, lots };
const named = (today: string, settings = someSettings()): readonly string[] =>
  hedgeNews(held, today, settings).map(({ name }) => name);

describe('hedgeNews', () => {
  it('has nothing to say of young lots with days left and no budget', () => {
    expect(named('2026-01-06')).toEqual([]);
  });

  it('tells of a roll in one message an expiry, whatever its reasons, and once', () => {
    expect(named('2026-01-29')).toEqual([]);
    const [due, ...others] = named('2026-01-30');
    expect(due).toMatch(/^roll\.2026-\d\d-\d\d\.2026-01-30$/);
    expect(others).toEqual([]);
    expect(named('2026-01-31')).toEqual([due]);
  });

  it('tells of eight lots of one expiry in one message', () => {
    const [lot] = WORKED_POSITIONS.hedges;
    const hedges = lot ? Array.from({ length: 8 }, (_, place) => ({ ...lot, id: `H${place}` })) : [];
    const news = hedgeNews({ positions: { condors: [], hedges }, lots }, '2026-01-30', someSettings());
    expect(news).toHaveLength(1);
    expect(news[0]?.news).toMatchObject({ roll: { lotId: 'H0' }, others: Array(7).fill({}) });
  });

  it('says of an example that nobody holds it', () => {
    const hedges = WORKED_POSITIONS.hedges.map((lot) => ({ ...lot, isIllustration: true as const }));
    const [first] = hedgeNews({ positions: { condors: [], hedges }, lots }, '2026-01-30', someSettings());
    expect(first?.news).toMatchObject({
      about: 'roll',
      isIllustration: true,
      roll: { reasons: ['age', 'days-left'] },
    });
  });

  it('names 80 % and 100 % of the budget, once each in a calendar year', () => {
    // 73 calls at 1.00 cost $7,300.
    const budget = (capital: number) => someSettings({ 'budget.capital': capital });
    expect(named('2026-01-06', budget(500_000))).toEqual([]);
    expect(named('2026-01-06', budget(450_000))).toEqual(['budget.80.2026']);
    expect(named('2026-01-06', budget(365_000))).toEqual(['budget.80.2026', 'budget.100.2026']);
  });
});

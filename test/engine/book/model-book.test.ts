import { describe, expect, it } from 'vitest';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { Positions } from '#domain/book/lot.ts';
import { expirationCycle } from '#calendar/listed-expiration.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { createEpisodes, EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { checkLot } from '#engine/book/check-lot.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import { modelBook } from '#engine/book/model-book.ts';
import { coverTable } from '#engine/account/cover.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { priceBook, priceSources, type PriceSources } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';

const { signal } = new AbortController();
const recorded = createRecordedMarks(EPISODES, CALENDAR);
const library = createEpisodes();
const geometry = volGeometry();

/** Prices of a session at 16:15. */
async function close(session: string): Promise<PriceSources> {
  const marks = await recorded.marks(newYorkInstant(session, '16:15'), signal);
  return priceSources({ ...marks, manual: [] }, settlementClock(CALENDAR));
}

const held = (lots: readonly NewLot[]): Positions =>
  positionsOf(lots.map((lot, place) => ({ ...lot, id: `L${place}` })));

/** Dollars of condors and of the hedge. */
function worth(positions: Positions, sources: PriceSources): readonly [number, number] {
  const { values, unvalued } = valueBook(priceBook(positions, sources), { shift: UNSHIFTED, geometry });
  expect(unvalued).toEqual([]);
  const of = (root: string): number =>
    values
      .filter(({ leg }) => leg.kind === 'option' && leg.root === root)
      .reduce((sum, { value }) => sum + value, 0);
  return [Math.round(of('SPX')) + 0, Math.round(of('VIX')) + 0];
}

/** Dollars at the closes of some sessions, of what had not settled by then. */
async function pathOf(lots: readonly NewLot[], sessions: readonly string[]) {
  const path: (readonly [string, number, number])[] = [];
  for (const session of sessions) {
    const open = lots.filter((lot) => 'expiry' in lot && lot.expiry > session);
    path.push([session, ...worth(held(open), await close(session))]);
  }
  return path;
}

/** The card of methodology §10: its strikes, on its day. */
async function cardOf20140923() {
  const sources = await close('2014-09-23');
  const lots = modelBook(sources).map((lot): NewLot =>
    lot.kind === 'condor'
      ? { ...lot, strikes: { longPut: 1840, shortPut: 1875, shortCall: 2060, longCall: 2095 } }
      : lot,
  );
  const positions = held(lots);
  return { sources, lots, positions, book: priceBook(positions, sources) };
}

describe('modelBook', () => {
  it('holds the calls of the worked card at its three prices', async () => {
    const { lots } = await cardOf20140923();
    const calls = lots.flatMap((lot) =>
      lot.kind === 'hedge' && lot.instrument === 'VIX'
        ? [[lot.quantity, lot.expiry, lot.strike, lot.layer, lot.cost]]
        : [],
    );
    // The card: 4 × Oct 16C $1.34, 4 × Jan 18C $2.04, 2 × Apr 20C $2.29; a bill of 0.03 % more than none.
    expect(calls).toEqual([
      [4, '2014-10-22', 16, 'short', 1.345],
      [4, '2015-01-21', 18, 'medium', 2.039],
      [2, '2015-04-15', 20, 'long', 2.295],
    ]);
  });

  it('measures what the worked card says: $1,873, H 0.15, about 25 %', async () => {
    const { book, positions } = await cardOf20140923();
    const [cover] = coverTable({ book, geometry, condors: 10, minLoss: 100 }, [
      { spotPercent: -4, volPoints: 10 },
    ]);
    expect(cover?.kind).toBe('cover');
    expect(Math.round(cover?.hedge ?? 0)).toBe(1_873);
    // The card has 7,559 and 7,296: without dividends and interest. Ours carry both.
    expect(Math.round(cover?.condors ?? 0)).toBe(-7_385);
    expect(cover?.kind === 'cover' && cover.cover).toBeCloseTo(0.2536, 3);
    const { ratio } = vegaExposure({ book, positions, geometry, expirations: 3 });
    expect(ratio.known && ratio.value).toBeCloseTo(0.155, 3);
  });

  it.each(library.list().map(({ id }) => [id] as const))(
    'can be held on the eve of %s, every leg valued by the model and said so',
    async (id) => {
      const { episode } = await library.open(id);
      const eve = CALENDAR.lastUsable(episode.firstAt);
      const sources = await close(eve);
      const lots = modelBook(sources);
      const terms = { now: sources.marks.asOf, today: eve, calendar: CALENDAR };
      expect(lots.map((lot) => checkLot(lot, { ...terms, layers: [30, 110, 220] }))).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect(lots.map(({ quantity }) => quantity)).toEqual([10, 4, 4, 2]);
      expect(lots.every((lot) => lot.isIllustration && lot.openedOn === eve)).toBe(true);
      const calls = lots.flatMap((lot) => (lot.kind === 'hedge' && 'expiry' in lot ? [lot.expiry] : []));
      expect(calls.map((day) => expirationCycle('VIX options', day, CALENDAR))).toEqual([
        'monthly',
        'monthly',
        'monthly',
      ]);
      const { legs } = priceBook(held(lots), sources);
      expect(legs).toHaveLength(7);
      expect(legs.map((leg) => 'volatility' in leg && leg.volatility.basis)).toEqual(
        Array.from({ length: 7 }, () => 'model'),
      );
      expect(legs.every(({ leg }) => leg.kind === 'option' && leg.expiry > eve)).toBe(true);
    },
  );

  it('refuses to open a book where an option has no price', async () => {
    const { model, ...marks } = await recorded.marks(newYorkInstant('2014-09-23', '16:15'), signal);
    expect(model?.vvix).toBe(91.9);
    const blind = priceSources({ ...marks, manual: [] }, settlementClock(CALENDAR));
    expect(() => modelBook(blind)).toThrow(/have no volatility/);
  });
});

describe('the book of an episode', () => {
  it('did in March 2020 what such a book really did, day by day', async () => {
    const opened = modelBook(await close('2020-03-11'));
    expect(opened[0]).toMatchObject({
      expiry: '2020-04-24',
      strikes: { longPut: 2280, shortPut: 2325, shortCall: 3125, longCall: 3170 },
      credit: 12.471,
    });
    expect(
      await pathOf(
        opened,
        ['03-11', '03-12', '03-16', '03-18', '03-23', '04-14', '04-23'].map((day) => `2020-${day}`),
      ),
    ).toEqual([
      ['2020-03-11', -12_471, 5_113],
      ['2020-03-12', -18_290, 8_215],
      ['2020-03-16', -21_167, 16_469],
      ['2020-03-18', -20_110, 23_318],
      ['2020-03-23', -24_527, 11_493],
      ['2020-04-14', -1_469, 3_206],
      ['2020-04-23', 0, 4_556],
    ]);
  });

  it('moved little in the autumn of 2014: the calls paid on 15 October, the condors came back', async () => {
    const opened = modelBook(await close('2014-09-16'));
    expect(
      await pathOf(
        opened,
        ['09-16', '09-23', '10-15', '10-21', '10-30'].map((day) => `2014-${day}`),
      ),
    ).toEqual([
      ['2014-09-16', -7_136, 1_672],
      ['2014-09-23', -6_683, 2_212],
      ['2014-10-15', -19_047, 7_141],
      ['2014-10-21', -3_542, 2_526],
      ['2014-10-30', 0, 1_544],
    ]);
  });
});

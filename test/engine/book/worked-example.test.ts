import { describe, expect, it } from 'vitest';
import { expirationCycle } from '#calendar/listed-expiration.ts';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { createIllustrationMarks } from '#adapters/recorded/illustration-marks.ts';
import { checkLot } from '#engine/book/check-lot.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import { ILLUSTRATED_YIELD, ILLUSTRATION, workedExample } from '#engine/book/worked-example.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { priceSources } from '#engine/valuation/price-book.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const library = createEpisodes();
const episodes = await Promise.all(library.list().map(({ id }) => library.open(id)));
const instants = episodes.map(({ episode }) => [episode.id, episode.firstAt] as const);

describe('workedExample', () => {
  it.each(instants)('can be held on the first day of %s, each lot an illustration', (_, now) => {
    const { lots } = workedExample(now, CALENDAR);
    const terms = { now, today: newYorkDay(now), calendar: CALENDAR, layers: [30, 110, 220] as const };
    expect(lots.map((lot) => checkLot(lot, { ...terms, layers: [30, 110, 220] }))).toEqual([[], [], [], []]);
    expect(lots.every((lot) => lot.isIllustration)).toBe(true);
    const calls = lots.flatMap((lot) => (lot.kind === 'hedge' && 'expiry' in lot ? [lot.expiry] : []));
    expect(calls.every((day) => expirationCycle('VIX options', day, CALENDAR) !== undefined)).toBe(true);
  });

  it.each(instants)(
    'measures about 0.60 on the first day of %s, every leg valued by hand',
    async (_, now) => {
      const { lots, marks: manual, chains } = workedExample(now, CALENDAR);
      const marks = createIllustrationMarks(ILLUSTRATION, { dividendYield: ILLUSTRATED_YIELD, chains });
      const given = await marks.marks(now, AbortSignal.timeout(1_000));
      const { mode, ratio, vega } = bookExposure({
        positions: positionsOf(lots.map((lot, place) => ({ ...lot, id: `L${place}` }))),
        sources: priceSources({ ...given, manual }, settlementClock(CALENDAR)),
        settings: someSettings(),
        geometry: volGeometry(),
      });
      expect(mode).toBe('vega');
      expect(ratio.known && ratio.value).toBeGreaterThan(0.5);
      expect(ratio.known && ratio.value).toBeLessThan(0.7);
      const sources = vega?.hedge.rows.map(({ forward }) => `${forward?.source} ${forward?.quality}`);
      expect(new Set(sources)).toEqual(new Set(['illustration manual']));
    },
  );
});

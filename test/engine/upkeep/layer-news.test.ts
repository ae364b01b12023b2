import { describe, expect, it } from 'vitest';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Positions } from '#domain/book/lot.ts';
import { layerNews } from '#engine/upkeep/layer-news.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { vixCalls, WORKED_CONDOR } from '#test/support/book/worked-book.ts';
import { someSettings } from '#test/support/engine/decision.ts';

/** Base size 4/4/2; everything opened on Tue 2026-12-01. */
const openedOn = '2026-12-01';
const condor = { ...WORKED_CONDOR, quantity: 10, expiry: '2027-02-19', openedOn };
const calls = (layer: 'short' | 'medium' | 'long', quantity: number) => ({
  ...vixCalls(layer, ['2027-06-16', 20, quantity]),
  openedOn,
});

const look = (hedges: Positions['hedges'], today: string, ended: readonly BookedLot[] = []) => {
  const positions = { condors: [condor], hedges };
  const open = [condor, ...hedges].map((lot) => ({ lot, revision: 1 }));
  const settings = someSettings();
  return layerNews({ positions, lots: [...open, ...ended], today, settings, calendar: CALENDAR });
};
const names = (...args: Parameters<typeof look>) => look(...args).map(({ name }) => name);

describe('layerNews', () => {
  it('says nothing of layers that are whole, or have half of their base size', () => {
    expect(look([calls('short', 2), calls('medium', 4), calls('long', 1)], '2026-12-01')).toEqual([]);
  });

  it('tells of a thin and an empty layer beside the base size', () => {
    const news = look([calls('short', 1), calls('medium', 4)], '2026-12-01');
    expect(news.map(({ news: { layers } }) => layers)).toEqual([
      [
        { layer: 'short', held: 1, base: 4, state: 'thin', status: 'act' },
        { layer: 'long', held: 0, base: 2, state: 'empty', status: 'act' },
      ],
    ]);
  });

  it('is named anew every third session after the last change, whatever days lie between', () => {
    // Fri 4 December is the third session after Tuesday the 1st, Wed the 9th the sixth.
    const short = [calls('medium', 4), calls('long', 2)];
    const told = ['01', '02', '03', '04', '05', '07', '08', '09'].map((day) =>
      names(short, `2026-12-${day}`),
    );
    const first = ['layer.short-empty.2026-12-01.0'];
    const second = ['layer.short-empty.2026-12-01.1'];
    const third = ['layer.short-empty.2026-12-01.2'];
    expect(told).toEqual([first, first, first, second, second, second, second, third]);
  });

  it('counts from a settlement, and says that nothing has followed it', () => {
    const gone: BookedLot = {
      lot: calls('short', 4),
      revision: 2,
      end: { how: 'expired', on: '2026-12-16', at: 0 },
    };
    const rest = [calls('medium', 4), calls('long', 2)];
    expect(names(rest, '2026-12-16', [gone])).toEqual(['layer.short-settled.2026-12-16.0']);
    expect(names(rest, '2026-12-21', [gone])).toEqual(['layer.short-settled.2026-12-16.1']);
    const removed: BookedLot = { ...gone, end: { how: 'removed' } };
    expect(names(rest, '2026-12-16', [removed])).toEqual(['layer.short-empty.2026-12-01.3']);
  });

  it('tells of layers that changed on different days in messages of their own', () => {
    const sold: BookedLot = {
      lot: calls('long', 2),
      revision: 2,
      end: { how: 'closed', on: '2026-12-02', price: 1 },
    };
    expect(names([calls('medium', 4)], '2026-12-02', [sold])).toEqual([
      'layer.short-empty.2026-12-01.0',
      'layer.long-empty.2026-12-02.0',
    ]);
  });

  it('asks nothing of a book without condors, and still tells where the calendar does not reach', () => {
    const settings = someSettings();
    const none = { positions: { condors: [], hedges: [] }, lots: [], today: '2026-12-01', settings };
    expect(layerNews({ ...none, calendar: CALENDAR })).toEqual([]);
    const old = { ...condor, openedOn: '1950-01-03' };
    const early = { ...none, positions: { condors: [old], hedges: [] } };
    expect(layerNews({ ...early, calendar: CALENDAR }).map(({ name }) => name)).toEqual([
      'layer.short-empty-medium-empty-long-empty.1950-01-03.0',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { combineCloses } from '#adapters/live/combine-closes.ts';
import { supplied } from '#test/support/http/suppliers.ts';

const WEEK = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27'];
const whole = { '2026-11-20': 10, '2026-11-23': 11, '2026-11-24': 12, '2026-11-25': 13, '2026-11-27': 14 };
const { '2026-11-24': _, ...holed } = whole;
const { '2026-11-27': __, ...early } = whole;
const { '2026-11-25': ___, ...older } = early;

describe('combineCloses', () => {
  it('has nothing where nobody has anything', () => {
    expect(combineCloses([], WEEK)).toBeUndefined();
    expect(combineCloses([supplied('Cboe', {})], WEEK)).toBeUndefined();
  });

  it('takes the most trusted series where it is whole', () => {
    const combined = combineCloses([supplied('Cboe', whole), supplied('Yahoo', { ...whole })], WEEK);
    expect(combined).toMatchObject({ provider: 'Cboe', missing: [], daily: { source: 'Cboe' } });
  });

  it('passes over a series with a hole for one without', () => {
    const combined = combineCloses([supplied('Cboe', holed), supplied('Yahoo', whole)], WEEK);
    expect(combined).toMatchObject({ provider: 'Yahoo', missing: [] });
  });

  it('never fills a hole: where every series has one, it stays and is told', () => {
    const { '2026-11-23': ____, ...worse } = holed;
    const combined = combineCloses([supplied('Cboe', worse), supplied('Yahoo', holed)], WEEK);
    expect(combined?.missing).toEqual(['2026-11-24']);
    expect(combined?.daily.closes.map(({ session }) => session)).toEqual(Object.keys(holed));
  });

  it('does not take a hole of one from another', () => {
    const { '2026-11-23': ____, ...otherHole } = whole;
    const combined = combineCloses([supplied('Cboe', holed), supplied('Yahoo', otherHole)], WEEK);
    expect(combined?.missing).toEqual(['2026-11-24']);
  });

  it('takes the newest sessions from whoever has them already, and says from whom', () => {
    const combined = combineCloses(
      [
        supplied('Cboe', older),
        supplied('Yahoo', early),
        supplied('a quote', { '2026-11-27': 15 }, 'delayed'),
      ],
      WEEK,
    );
    expect(combined?.daily).toEqual({
      closes: Object.entries({ ...early, '2026-11-27': 15 }).map(([session, close]) => ({ session, close })),
      source: 'Cboe; Yahoo from 2026-11-25; a quote from 2026-11-27',
      quality: 'delayed',
    });
    expect(combined?.provider).toBe('a quote');
  });

  it('does not take one quote for a whole series', () => {
    const combined = combineCloses(
      [supplied('a quote', { '2026-11-27': 15 }), supplied('Cboe', holed)],
      WEEK,
    );
    expect(combined?.daily.source).toBe('Cboe');
  });

  it('tells the last session as missing where nobody has it', () => {
    expect(combineCloses([supplied('Cboe', early)], WEEK)?.missing).toEqual(['2026-11-27']);
  });

  it('does not call sessions missing from before an index was there', () => {
    expect(combineCloses([supplied('Cboe', { '2026-11-25': 13, '2026-11-27': 14 })], WEEK)?.missing).toEqual(
      [],
    );
  });
});

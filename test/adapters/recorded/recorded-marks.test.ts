import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { SourceChanged } from '#domain/problem.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';

const { signal } = new AbortController();
const recorded = createRecordedMarks(EPISODES, CALENDAR);
const at = (day: string, time: string) => recorded.marks(newYorkInstant(day, time), signal);

describe('recorded marks', () => {
  it('are the closes and settlements of a session from 16:15 on', async () => {
    const { spx, vix, model, futures } = await at('2014-09-23', '16:15');
    expect([spx.known && spx.value, vix.known && vix.value]).toEqual([1_982.77, 14.93]);
    expect(model).toMatchObject({ vix9d: 15.6, vix3m: 16.07, vix6m: 17.31, vix1y: 18.93, vvix: 91.9 });
    expect(model?.asOf).toBe(newYorkInstant('2014-09-23', '16:00'));
    expect(futures.map(({ expiry, price }) => [expiry, price])).toEqual([
      ['2014-10-22', 15.4],
      ['2014-11-19', 15.9],
      ['2014-12-17', 16.2],
      ['2015-01-21', 16.85],
      ['2015-02-18', 17.35],
      ['2015-03-18', 17.65],
      ['2015-04-15', 18],
      ['2015-05-20', 18.25],
    ]);
  });

  it('are those of the session before until then', async () => {
    const { spx, model, asOf } = await at('2014-09-23', '16:14');
    expect([spx.known && spx.value, model?.vix]).toEqual([1_994.29, 13.69]);
    expect(asOf).toBe(newYorkInstant('2014-09-23', '16:14'));
  });

  it('take the month that settles in the morning off the curve that evening', async () => {
    const before = await at('2014-09-16', '16:15');
    const after = await at('2014-09-17', '16:15');
    expect([before.futures[0]?.expiry, before.futures[0]?.price]).toEqual(['2014-09-17', 13.05]);
    expect([after.futures[0]?.expiry, after.futures[0]?.price]).toEqual(['2014-10-22', 14.25]);
  });

  it('have no futures where none were recorded', async () => {
    expect((await at('2023-03-15', '16:15')).futures).toEqual([]);
  });

  it('carry at the bill of the month before, continuously, and at one dividend yield', async () => {
    // 4.65 % discount: −ln(1 − 0.0465 × 91/360) × 365/91.
    const { rate, dividendYield } = await at('2023-03-15', '16:15');
    expect(rate.known && rate.value).toBeCloseTo(0.047_428, 5);
    expect(dividendYield.known && dividendYield.value).toBe(0.0193);
  });

  it('list Fridays of SPX, third ones in the morning, and months of the VIX, without a price', async () => {
    const { chains } = await at('2014-09-23', '16:15');
    const expiries = new Set(chains.spx?.quotes.map(({ expiry, settlement }) => `${expiry} ${settlement}`));
    expect([...expiries]).toEqual([
      '2014-09-26 PM',
      '2014-10-03 PM',
      '2014-10-10 PM',
      '2014-10-17 AM',
      '2014-10-24 PM',
      '2014-10-31 PM',
      '2014-11-07 PM',
      '2014-11-14 PM',
      '2014-11-21 AM',
      '2014-11-28 PM',
    ]);
    const priced = [...(chains.spx?.quotes ?? []), ...(chains.vix?.quotes ?? [])].filter(
      ({ bid, ask, volatility }) => bid !== undefined || ask !== undefined || volatility !== undefined,
    );
    expect(priced).toEqual([]);
    const strikes = (chains.spx?.quotes ?? []).map(({ strike }) => strike);
    expect(strikes.filter((strike) => strike % 5 !== 0)).toEqual([]);
  });

  it('tell the year before: the VIX with its two nearest futures, and the SKEW index', async () => {
    const history = await recorded.termHistory?.(newYorkInstant('2014-09-23', '16:15'));
    expect(history?.sessions).toHaveLength(253);
    expect(history?.sessions.at(-1)).toEqual({
      vix: 14.93,
      curve: [
        { expiry: '2014-10-22', days: 29, price: 15.4 },
        { expiry: '2014-11-19', days: 57, price: 15.9 },
      ],
    });
    const skews = await recorded.skewHistory?.(newYorkInstant('2014-09-23', '16:15'));
    expect(skews?.closes.at(-1)).toEqual({ session: '2014-09-23', close: 132.46 });
    expect(skews?.closes).toHaveLength(253);
  });

  it('refuse a table that is not what it should be', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vega-marks-'));
    writeFileSync(join(folder, 'market.csv'), 'session,rut\n2014-09-23,many\n');
    writeFileSync(join(folder, 'breadth.csv'), 'session\n');
    expect(() => createRecordedMarks(pathToFileURL(`${folder}/`), CALENDAR)).toThrow(SourceChanged);
  });
});

import { describe, expect, it } from 'vitest';
import { createRecorder } from '#engine/backtest/record-releases.ts';
import { countFunnel } from '#engine/backtest/count-funnel.ts';
import { marketPaths } from '#engine/backtest/market-paths.ts';
import { matchedWindows } from '#engine/backtest/matched-windows.ts';
import { outcomeAfter } from '#engine/backtest/outcome-after.ts';
import { compareStrategies, priceRaises } from '#engine/backtest/compare-strategies.ts';
import { runThrough } from '#engine/backtest/run-through.ts';
import { studyHistory } from '#engine/backtest/study-history.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openHistory } from '#test/support/engine/history.ts';

const timeline = await openHistory('what a backtest finds in the recorded history');
const settings = someSettings();
const request = {
  settings,
  changed: [],
  variants: [],
  period: { from: '2010-01-01', until: '2024-08-30' },
  draws: 500,
  seed: 1,
};

describe.skipIf(!timeline)('studyHistory', () => {
  const study = timeline && runThrough(studyHistory(timeline, request));
  const count = (id: string): number | undefined => study?.funnel.find((stage) => stage.id === id)?.count;
  const paths = timeline && marketPaths(timeline);

  it('finds 352 releases, 99 weak, 38 with lag, four confirmed and two raises since 2010', () => {
    expect(['released', 'weak', 'lag', 'confirmed', 'raised'].map(count)).toEqual([352, 99, 38, 4, 2]);
    expect(
      study?.rows
        .filter(({ confirmedOn }) => confirmedOn)
        .map(({ releasedOn, outcome }) => [releasedOn, outcome]),
    ).toEqual([
      ['2014-09-17', 'raised'],
      ['2018-10-11', 'raised'],
      ['2020-03-12', 'stood-down'],
      ['2023-03-15', 'stood-down'],
    ]);
  });

  it('gives the same study for the same seed', () => {
    expect(timeline && runThrough(studyHistory(timeline, request))).toEqual(study);
  });

  it('says which inputs were never known: small-cap volatility ever, small-cap breadth before 2023-06-21', () => {
    const known = (input: string, years: (year: string) => boolean): number =>
      (study?.coverage ?? [])
        .filter((row) => row.input === input && years(row.year))
        .reduce((sum, row) => sum + row.known, 0);
    expect(known('smallCapVol', () => true)).toBe(0);
    expect(known('breadth', (year) => year < '2023')).toBe(0);
    expect(known('breadth', (year) => year >= '2023')).toBeGreaterThan(0);
    expect(known('futures', (year) => year >= '2023')).toBe(0);
    expect(known('fomc', (year) => year >= '2010')).toBeGreaterThan(0);
  });

  it('adds the regimes up to the whole', () => {
    const sum = (stage: number): number =>
      (study?.regimes ?? []).reduce((all, { funnel }) => all + (funnel[stage]?.count ?? 0), 0);
    expect([0, 2, 3, 8].map(sum)).toEqual([352, 99, 38, 4]);
  });

  it('shows the three prints after which small caps led, none of them raised', () => {
    expect(study?.counterExamples.map(({ releaseId, raised }) => [releaseId, raised])).toEqual([
      ['CPI-2022-11-10', false],
      ['CPI-2023-11-14', false],
      ['CPI-2024-07-11', false],
    ]);
    // Daily changes as formulas §3.5 has them.
    expect(study?.counterExamples[0]).toMatchObject({
      rut: expect.closeTo(6.1, 1),
      spx: expect.closeTo(5.5, 1),
    });
  });

  it('prints no interval for four confirmed events, and one for 38 lagging ones', () => {
    const cells = study?.outcomes ?? [];
    expect(cells.filter(({ stage }) => stage === 'confirmed').every(({ interval }) => !interval)).toBe(true);
    expect(cells.filter(({ stage }) => stage === 'lag').every(({ interval }) => interval)).toBe(true);
  });

  it('counts fewer events than releases, since a CPI and a PPI of one week are one', () => {
    const [cell] = study?.outcomes ?? [];
    expect(cell?.count).toBe(99);
    expect(cell?.clusters).toBeLessThan(99);
  });

  it('finds no classes nor lag before the history has taught deviations, and says so since 2007', () => {
    const early = timeline && createRecorder(timeline, timeline.releases.slice(0, 10), settings);
    expect(countFunnel(early?.record().rows ?? [])[0]?.count).toBe(10);
  });

  it('measures the VIX after 2014-09-23 from that close on', () => {
    const place = paths?.placeOf('2014-09-23') ?? -1;
    // Closes of the VIX: 14.93, and 13.27 a session later.
    expect(paths && outcomeAfter(paths, 'vix', place, 1)).toBeCloseTo(13.27 - 14.93, 10);
  });

  it('rolls the second future into the third on the day the first expires', () => {
    // 2014-09-16: vx2 14.40; 2014-09-17, an expiration: vx1 14.25, vx2 14.95; 2014-09-18: vx2 14.80.
    const at = (day: string): number | undefined => paths?.future[paths.placeOf(day)];
    expect(at('2014-09-17')).toBeCloseTo(-0.15, 10);
    expect(at('2014-09-18')).toBeCloseTo(-0.15, 10);
  });

  it('compares only with closes on the same weekday that no release touches', () => {
    const zeros = timeline?.releases.map(({ dayZero }) => paths?.placeOf(dayZero) ?? -1) ?? [];
    const place = paths?.placeOf('2014-09-23') ?? -1;
    const like = paths ? matchedWindows(paths, zeros, { from: 1_300, until: 4_900 })(place) : [];
    expect(like.length).toBeGreaterThan(50);
    for (const other of like) {
      expect(new Date(paths?.sessions[other] ?? '').getUTCDay()).toBe(2);
      expect(zeros.some((zero) => other >= zero && other <= zero + 5)).toBe(false);
    }
  });

  it('holds the rule at base but for its two raises', () => {
    const earned = new Map(study?.strategies.map(({ id, withFutures }) => [id, withFutures]));
    const of = (id: 'none' | 'base' | 'confirmed' | 'rule'): number => earned.get(id) ?? Number.NaN;
    const extra = (study?.raises ?? []).reduce((sum, raise) => sum + raise.extra, 0);
    expect(of('none')).toBe(0);
    expect(of('rule') - of('base')).toBeCloseTo(extra, 6);
    expect(of('confirmed')).toBeLessThan(of('base'));
  });

  it('charges a raise that earned nothing for the way in and out', () => {
    if (!paths) {
      throw new Error('the paths are missing');
    }
    const still = { ...paths, exposure: paths.exposure.map((move) => move && 0) };
    const steps = study?.steps ?? [];
    expect(priceRaises(still, steps, 0.6, 4_900).every(({ extra }) => extra < 0)).toBe(true);
    const idle = compareStrategies(still, [], { base: 0, confirmed: 0 }, { from: 1_300, until: 1_400 });
    expect(idle.map(({ withFutures }) => withFutures + 0)).toEqual([0, 0, 0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { judgeLateGate, lateReasons } from '#engine/evidence/judge-late-gate.ts';
import { judgeTerm, termShape } from '#engine/evidence/judge-term.ts';
import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';

const settings = someSettings();
/** The close of a session at which the VIX ended here, after a day before that ended there. */
const close = (vix: number, before = vix) =>
  tellStory([
    { rut: 0, spx: 0, vix: before },
    { rut: 0, spx: 0, vix },
  ]).at(1, 'official');

describe('judgeLateGate', () => {
  it.each([
    [25, 25, 'false', []],
    [25.01, 25, 'true', ['vix-level']],
    [20, 15, 'true', ['vix-jump']],
    [19.99, 15, 'false', []],
    [30, 20, 'true', ['vix-level', 'vix-jump']],
  ] as const)('at a VIX of %d after %d is %s', (vix, before, truth, reasons) => {
    const gate = judgeLateGate(measureMarket(close(vix, before)), settings);
    expect(gate.truth).toBe(truth);
    expect(lateReasons(gate)).toEqual(reasons);
  });
});

describe('judgeTerm', () => {
  it.each([
    [8, 'steep'],
    [7.99, 'normal'],
    [3.5, 'normal'],
    [3.49, 'flat'],
    [0, 'flat'],
    [-0.01, 'inverted'],
    [undefined, 'unknown'],
  ] as const)('calls a slope of %d percent %s', (slope, shape) => {
    expect(termShape(slope, settings)).toBe(shape);
  });

  it('shows the slope and how it changed since yesterday', () => {
    // VIX3M is 16 throughout: 16/20 − 1 today, 16/16 − 1 yesterday.
    const { truth, shape, measures } = judgeTerm(measureMarket(close(20, 16)), settings);
    expect([truth, shape]).toEqual(['false', 'inverted']);
    expect(measures.slice(0, 2).map(({ value }) => value)).toEqual([-20, -20]);
  });

  it('is unknown without a three-month index', () => {
    const { vix3m: _, ...market } = close(14).market;
    expect(judgeTerm(measureMarket({ ...close(14), market }), settings)).toMatchObject({
      truth: 'unknown',
      reason: 'not-supplied',
    });
  });
});

describe('marketOverview', () => {
  it('reads gates, curve and the range that SPX travels in a day', () => {
    expect(volatilityReport(close(20), settings)).toMatchObject({
      vix: { known: true, value: 20, source: 'a story', quality: 'recorded' },
      gate: 2,
      termSlope: { value: -20 },
      termShape: 'inverted',
      // VIX9D is 12: 12/√252.
      expectedDailyRange: { value: expect.closeTo(0.7559, 4) },
    });
  });

  it('says what is not there instead of a number', () => {
    const { vix9d: _, vix3m: __, ...market } = close(14).market;
    const overview = volatilityReport(
      { ...close(14), market: { ...market, vix: { ...market.vix, closes: [] } } },
      settings,
    );
    const missing = { known: false, reason: 'not-supplied' };
    expect(overview).toMatchObject({
      vix: missing,
      termSlope: missing,
      termShape: 'unknown',
      expectedDailyRange: missing,
    });
    expect(overview).not.toHaveProperty('gate');
  });

  it('dates a close at four in New York, and never after the snapshot', () => {
    const snapshot = close(14);
    const four = Date.parse(`${snapshot.lastSession}T20:00:00Z`);
    const { rut } = volatilityReport(snapshot, settings);
    expect(rut.known && rut.asOf).toBe(four);
    const early = volatilityReport({ ...snapshot, asOf: four - 3_600_000 }, settings);
    expect(early.rut.known && early.rut.asOf).toBe(four - 3_600_000);
  });
});

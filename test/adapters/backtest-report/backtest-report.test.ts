import { describe, expect, it } from 'vitest';
import { backtestGrid } from '#config/backtest-grid.ts';
import { thresholds } from '#config/thresholds.ts';
import { createBacktestReport } from '#adapters/backtest-report/backtest-report.ts';
import { headline } from '#adapters/backtest-report/headline.ts';
import { reportText } from '#adapters/backtest-report/report-text.ts';
import type { BacktestStudy, OutcomeCell } from '#domain/history/backtest.ts';
import { backtestRequest } from '#engine/backtest/backtest-request.ts';
import { runThrough } from '#engine/backtest/run-through.ts';
import { studyHistory } from '#engine/backtest/study-history.ts';
import { openHistory } from '#test/support/engine/history.ts';

const timeline = await openHistory('the report of a backtest');
const grid = { 'lag.z': backtestGrid['lag.z'] ?? [] };
const study =
  timeline &&
  runThrough(
    studyHistory(timeline, {
      ...backtestRequest(timeline, thresholds, grid, { values: [], from: '2010-01-01', seed: 1 }),
      draws: 1_000,
    }),
  );

function cell(otherwise: Partial<OutcomeCell>): OutcomeCell {
  return {
    stage: 'lag',
    outcome: 'vix',
    horizon: 5,
    count: 38,
    clusters: 34,
    positive: 20,
    matchedWindows: 100,
    difference: 1,
    interval: { low: -1, high: 3 },
    chance: 0.4,
    chanceHolm: 0.4,
    ...otherwise,
  };
}

function found(outcomes: readonly OutcomeCell[], confirmed = 4): Parameters<typeof headline>[0] {
  return { ...EMPTY, outcomes, funnel: [{ id: 'confirmed', count: confirmed }] };
}

const EMPTY: BacktestStudy = {
  from: '2010-01-01',
  until: '2010-12-31',
  changed: [],
  base: 0.6,
  confirmed: 0.85,
  rows: [],
  steps: [],
  coverage: [],
  funnel: [],
  regimes: [],
  outcomes: [],
  confirmations: [],
  strategies: [],
  raises: [],
  grid: [],
  counterExamples: [],
  bootstrap: { draws: 10, seed: 1 },
  expectedMaximum: 0,
};

describe('headline', () => {
  it('says plainly that nothing is shown where intervals span zero', () => {
    expect(headline(found([cell({})]))).toMatch(
      /^This history does not show that the rule foresees trouble: of 1 intervals .* 1 span zero, and 4 confirmed releases are too few/,
    );
  });

  it('tells an effect that stands the correction, and that it is against a hedge', () => {
    const told = headline(
      found([cell({ difference: -1, interval: { low: -2, high: -0.5 }, chanceHolm: 0.01 })]),
    );
    expect(told).toMatch(/^This history does not show/);
    expect(told).toContain('in the direction in which a hedge loses');
  });

  it('does not call an effect for the rule a proof', () => {
    const told = headline(found([cell({ interval: { low: 0.5, high: 2 }, chanceHolm: 0.01 })]));
    expect(told).toMatch(/^Something in this history speaks for the rule, and not enough to rely on it/);
    expect(told).toContain('in the direction in which a hedge gains');
  });

  it('says so when there is nothing to print', () => {
    expect(headline(found([], 0))).toMatch(/too short to show anything/);
  });
});

describe('reportText', () => {
  it('has every section of an empty study, and no number that is none', () => {
    const text = reportText(EMPTY);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text).toContain('The ratio was never above base.');
  });
});

describe.skipIf(!timeline)('createBacktestReport', () => {
  const drawn: string[] = [];
  const report = createBacktestReport({
    drawStudy: async ({ title }) => {
      drawn.push(title);
      return new Uint8Array([1]);
    },
  });
  const signal = new AbortController().signal;
  const read = async (name: string): Promise<string> => {
    const files = study ? await report.files(study, signal) : [];
    return new TextDecoder().decode(files.find((file) => file.name === name)?.content);
  };

  it('reproduces the count that the method describes, and says so', async () => {
    const text = await read('report.md');
    expect(text).toContain('| this run | 352 | 99 | 38 | 4 |');
    expect(text).toContain(
      'Reproduced: confirmed are the releases of 2014-09-17, 2018-10-11, 2020-03-12, 2023-03-15.',
    );
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('gives coverage before anything that was found', async () => {
    const text = await read('report.md');
    expect(text.indexOf('How much there is to go by')).toBeLessThan(text.indexOf('From release to raise'));
    expect(text).toContain('Never known in this history: small-cap volatility.');
  });

  it('explains another count by the thresholds that were set', () => {
    const text = study
      ? reportText({ ...study, rows: study.rows.slice(1), changed: [{ key: 'lag.z', value: '-0.50' }] })
      : '';
    expect(text).toContain('Not the same, because other thresholds are set (lag.z -0.50).');
  });

  it('calls another count with the same thresholds a difference to be found out first', () => {
    const text = study ? reportText({ ...study, rows: study.rows.slice(1) }) : '';
    expect(text).toContain('has to be found out before anything else is read');
  });

  it('writes one line per release, with the state after each session', async () => {
    const lines = (await read('releases.csv')).trim().split('\n');
    expect(lines).toHaveLength(353);
    expect(lines.find((line) => line.startsWith('CPI-2014-09-17'))).toBe(
      'CPI-2014-09-17,CPI,2014-08,2014-09-17,2014-09-17,very-weak,-2.4989,no,yes,2014-09-19,2014-09-19,,2014-09-23,2014-09-22,,ARMED,ARMED,CONFIRM,CONFIRM,CAPITULATION,CAPITULATION,2014-09-23,step-up,raised',
    );
  });

  it('has the confirmed releases in its summary', async () => {
    expect(JSON.parse(await read('summary.json'))).toMatchObject({
      confirmedReleases: ['2014-09-17', '2018-10-11', '2020-03-12', '2023-03-15'],
    });
    expect(drawn).toContain('Programme ratio');
  });
});

import { describe, expect, it } from 'vitest';
import { backtestGrid } from '#config/backtest-grid.ts';
import { thresholds } from '#config/thresholds.ts';
import { createBacktestReport } from '#adapters/backtest-report/backtest-report.ts';
import { headline } from '#adapters/backtest-report/headline.ts';
import { reportText } from '#adapters/backtest-report/report-text.ts';
import type { BacktestStudy, OutcomeCell } from '#domain/history/backtest.ts';
import type { Timeline } from '#engine/backtest/history-timeline.ts';
import { backtestRequest } from '#engine/backtest/backtest-request.ts';
import { runThrough } from '#engine/backtest/play-history.ts';
import { studyHistory } from '#engine/backtest/study-history.ts';
import { openHistory, openRecordedYears, RECORDED_YEARS } from '#test/support/engine/history.ts';

const timeline = await openRecordedYears();
const whole = await openHistory('the report of a backtest of the whole recorded history');
const grid = { 'lag.z': backtestGrid['lag.z'] ?? [] };

function studyOf(history: Timeline, from: string): BacktestStudy {
  const request = backtestRequest(history, thresholds, grid, { values: [], from, seed: 1 });
  return runThrough(studyHistory(history, { ...request, draws: 1_000 }));
}

const study = studyOf(timeline, RECORDED_YEARS.from);

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

const drawn: string[] = [];
const report = createBacktestReport({
  drawStudy: async ({ title }) => {
    drawn.push(title);
    return new Uint8Array([1]);
  },
});

async function read(of: BacktestStudy, name: string): Promise<string> {
  const files = await report.files(of, new AbortController().signal);
  return new TextDecoder().decode(files.find((file) => file.name === name)?.content);
}

describe('createBacktestReport', () => {
  it('counts what the three years have', async () => {
    const text = await read(study, 'report.md');
    expect(text).toContain('| this run | 42 | 17 | 11 | 2 |');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('explains another count by its period, and names what is missing', async () => {
    expect(await read(study, 'report.md')).toContain(
      'Not the same, because the period is 2018-09-05 to 2020-05-29. ' +
        'Described as confirmed and not here: 2014-09-17, 2023-03-15.',
    );
  });

  it('explains another count by the thresholds that were set', () => {
    const changed = [{ key: 'lag.z', value: '-0.50' }] as const;
    const text = reportText({ ...study, from: '2010-01-01', until: '2024-08-30', changed });
    expect(text).toContain('Not the same, because other thresholds are set (lag.z -0.50).');
  });

  it('calls another count with the same thresholds and period a difference to be found out first', () => {
    const text = reportText({ ...study, from: '2010-01-01', until: '2024-08-30' });
    expect(text).toContain('has to be found out before anything else is read');
  });

  it('gives coverage before anything that was found', async () => {
    const text = await read(study, 'report.md');
    expect(text.indexOf('How much there is to go by')).toBeLessThan(text.indexOf('From release to raise'));
    expect(text).toContain('Never known in this history: ');
  });

  it('writes one line per release, with the state after each session', async () => {
    const lines = (await read(study, 'releases.csv')).trim().split('\n');
    expect(lines).toHaveLength(43);
    expect(lines.find((line) => line.startsWith('CPI-2018-10-11'))).toBe(
      'CPI-2018-10-11,CPI,2018-09,2018-10-11,2018-10-11,weak,-1.0639,yes,yes,2018-10-12,2018-10-11,,2018-10-11,2018-10-11,,ARMED,CAPITULATION,CAPITULATION,ARMED,ARMED,ARMED,2018-10-12,step-up halved-vix,raised',
    );
  });

  it('has the confirmed releases in its summary', async () => {
    expect(JSON.parse(await read(study, 'summary.json'))).toMatchObject({
      confirmedReleases: ['2018-10-11', '2020-03-12'],
    });
    expect(drawn).toContain('Programme ratio');
  });
});

describe.skipIf(!whole)('createBacktestReport over the whole recorded history', () => {
  const all = whole ? studyOf(whole, '2010-01-01') : EMPTY;

  it('reproduces the count that the method describes, and says so', async () => {
    const text = await read(all, 'report.md');
    expect(text).toContain('| this run | 352 | 99 | 38 | 4 |');
    expect(text).toContain(
      'Reproduced: confirmed are the releases of 2014-09-17, 2018-10-11, 2020-03-12, 2023-03-15.',
    );
    expect(text).toContain('Never known in this history: small-cap volatility.');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('writes one line per release, with the state after each session', async () => {
    const lines = (await read(all, 'releases.csv')).trim().split('\n');
    expect(lines).toHaveLength(353);
    expect(lines.find((line) => line.startsWith('CPI-2014-09-17'))).toBe(
      'CPI-2014-09-17,CPI,2014-08,2014-09-17,2014-09-17,very-weak,-2.4989,no,yes,2014-09-19,2014-09-19,,2014-09-23,2014-09-22,,ARMED,ARMED,CONFIRM,CONFIRM,CAPITULATION,CAPITULATION,2014-09-23,step-up,raised',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkAlertChart, checkChart } from '#charts/check-chart.ts';
import { sampleChart, without } from './sample-chart.ts';

const chart = sampleChart(5);
const ones = [1, 1, 1, 1, 1];

describe('checkChart', () => {
  it('takes values and gaps', () => {
    expect(() => checkChart({ ...chart, rut: without(chart.rut, () => true) })).not.toThrow();
  });

  it.each([NaN, Infinity, -Infinity])('names the series and the session of a %d', (value) => {
    const values = [1, 1, value, 1, 1];
    const at = `${value} at 2014-04-07`;
    expect(() => checkChart({ ...chart, rut: values })).toThrow(`rut is ${at}`);
    expect(() => checkChart({ ...chart, averages: [{ period: 50, values }] })).toThrow(`average 50 is ${at}`);
    expect(() => checkChart({ ...chart, rsi: { ...chart.rsi, spx: values } })).toThrow(`rsi.spx is ${at}`);
    expect(() => checkChart({ ...chart, macd: { ...chart.macd, histogram: values } })).toThrow(
      `macd.histogram is ${at}`,
    );
    expect(() => checkChart({ ...chart, relative: values })).toThrow(`relative is ${at}`);
  });

  it('refuses a threshold that is not finite', () => {
    expect(() => checkChart({ ...chart, rsi: { ...chart.rsi, threshold: NaN } })).toThrow(
      'rsi.threshold is NaN',
    );
  });

  it('refuses a series that does not run alongside the sessions', () => {
    expect(() => checkChart({ ...chart, relative: [...ones, 1] })).toThrow(
      'relative has 6 values for 5 sessions',
    );
  });

  it('refuses a chart of no session', () => {
    expect(() => checkChart(sampleChart(0))).toThrow('at least one session');
  });

  it('refuses sessions that are not ascending days', () => {
    const [first = '', second = ''] = chart.sessions;
    const chartOf = (sessions: readonly string[]) => ({ ...sampleChart(2), sessions });
    expect(() => checkChart(chartOf([second, first]))).toThrow('sessions[1] is 2014-04-03');
    expect(() => checkChart(chartOf([first, first]))).toThrow('sessions[1] is 2014-04-03');
    expect(() => checkChart(chartOf([first, '4/4/2014']))).toThrow('sessions[1] is 4/4/2014');
  });
});

describe('checkAlertChart', () => {
  const alert = {
    form: 'alert',
    sessions: chart.sessions,
    from: '2014-04-03',
    rut: ones,
    spx: ones,
    reading: { kind: 'vix', values: ones, level: 25 },
    prints: [],
  } as const;

  it('takes values and gaps, and refuses what the other pictures refuse', () => {
    expect(() => checkAlertChart({ ...alert, spx: [1, undefined, 1, 1, 1] })).not.toThrow();
    expect(() => checkAlertChart({ ...alert, sessions: [] })).toThrow('at least one session');
    expect(() => checkAlertChart({ ...alert, rut: [1] })).toThrow('rut has 1 values for 5 sessions');
    expect(() => checkAlertChart({ ...alert, spx: [1, 1, 1, 1, Infinity] })).toThrow('spx is Infinity');
    const values = [NaN, 1, 1, 1, 1];
    expect(() => checkAlertChart({ ...alert, reading: { ...alert.reading, values } })).toThrow('vix is NaN');
    expect(() => checkAlertChart({ ...alert, reading: { ...alert.reading, level: NaN } })).toThrow(
      'vix level is NaN',
    );
  });
});

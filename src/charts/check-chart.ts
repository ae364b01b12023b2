import type { AlertChart } from '#domain/signal/alert-chart.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/session.ts';

const SESSION = /^\d{4}-\d\d-\d\d$/;

/**
 * Refuses a chart that would draw something false.
 *
 * @throws RangeError if there is no session, sessions are not ascending days, a series has not one entry per session,
 *   or a value is neither finite nor `undefined`
 */
export function checkChart(chart: SignalChart): void {
  checkSessions(chart.sessions);
  for (const [name, values] of namedSeries(chart)) {
    checkSeries(name, values, chart.sessions);
  }
  if (!Number.isFinite(chart.rsi.threshold)) {
    throw new RangeError(`rsi.threshold is ${chart.rsi.threshold}`);
  }
}

/**
 * The same of the small picture of an alert.
 *
 * @throws RangeError as `checkChart` does
 */
export function checkAlertChart({ sessions, rut, spx, reading }: AlertChart): void {
  checkSessions(sessions);
  checkSeries('rut', rut, sessions);
  checkSeries('spx', spx, sessions);
  checkSeries(reading.kind, reading.values, sessions);
  if (!Number.isFinite(reading.level)) {
    throw new RangeError(`${reading.kind} level is ${reading.level}`);
  }
}

function checkSessions(sessions: readonly string[]): void {
  if (sessions.length === 0) {
    throw new RangeError('a chart needs at least one session');
  }
  for (const [index, session] of sessions.entries()) {
    if (!SESSION.test(session) || session <= (sessions[index - 1] ?? '')) {
      throw new RangeError(`sessions[${index}] is ${session}: expected ascending days as YYYY-MM-DD`);
    }
  }
}

function checkSeries(name: string, values: Series, sessions: readonly string[]): void {
  if (values.length !== sessions.length) {
    throw new RangeError(`${name} has ${values.length} values for ${sessions.length} sessions`);
  }
  const wrong = values.findIndex((value) => value !== undefined && !Number.isFinite(value));
  if (wrong >= 0) {
    throw new RangeError(`${name} is ${values[wrong]} at ${sessions[wrong]}`);
  }
}

function namedSeries({
  rut,
  averages,
  rsi,
  macd,
  relative,
}: SignalChart): readonly (readonly [string, Series])[] {
  return [
    ['rut', rut],
    ...averages.map(({ period, values }) => [`average ${period}`, values] as const),
    ['rsi.rut', rsi.rut],
    ['rsi.spx', rsi.spx],
    ['macd.line', macd.line],
    ['macd.signal', macd.signal],
    ['macd.histogram', macd.histogram],
    ['relative', relative],
  ];
}

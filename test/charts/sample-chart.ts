import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/session.ts';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2014, 3, 3);

/** Consecutive weekdays from 2014-04-03 on; holidays do not matter to a picture. */
export function weekdays(count: number): readonly string[] {
  const days: string[] = [];
  for (let time = FIRST_DAY; days.length < count; time += DAY) {
    const day = new Date(time);
    if (day.getUTCDay() % 6 !== 0) {
      days.push(day.toISOString().slice(0, 10));
    }
  }
  return days;
}

/** A chart of made-up waves: its numbers are not the market's. */
export function sampleChart(count = 120, changes: Partial<SignalChart> = {}): SignalChart {
  const sessions = weekdays(count);
  const wave = (middle: number, height: number, period: number): number[] =>
    sessions.map((_, index) => middle + height * Math.sin((2 * Math.PI * index) / period));
  return {
    title: 'CAPITULATION: weak CPI, 0.60 → 0.70',
    subtitle: 'Recorded daily closes, as of Sep 23, 2014, 16:15 ET',
    sessions,
    rut: wave(1150, 60, 50),
    averages: [
      { period: 20, values: wave(1160, 20, 70) },
      { period: 50, values: wave(1155, 10, 90) },
      { period: 200, values: wave(1150, 5, 400) },
    ],
    rsi: { period: 14, rut: wave(45, 18, 50), spx: wave(52, 14, 47), threshold: 35 },
    macd: { line: wave(0, 12, 50), signal: wave(1, 10, 52), histogram: wave(-1, 4, 30) },
    relative: wave(0.97, 0.03, 80).map((value, index) => (index === 0 ? 1 : value)),
    marks: [],
    ...changes,
  };
}

/** The same series with no value at these sessions. */
export function without(values: Series, missing: (index: number) => boolean): Series {
  return values.map((value, index) => (missing(index) ? undefined : value));
}

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { fomcStatements } from '#config/fomc-statements.ts';
import { releaseCalendar } from '#config/release-calendar.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay, newYorkTime } from '#calendar/new-york.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { RECORDED_YEARS_FOLDER } from '#test/support/engine/history.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

const calendar = exchangeCalendar(exchangeFacts);

function readTable(folder: string, path: string): readonly Record<string, string>[] {
  const text = readFileSync(`${folder}/${path}`, 'utf8');
  return z.array(z.record(z.string(), z.string())).parse(parse(text, { columns: true }));
}

const WHOLE = `${SHARED_DIR}/data`;
const hasShared = hasSharedData('the calendars against the whole recorded history');

describe('the exchange calendar', () => {
  it('has the closures and early closes of 2014 to 2023 that were written down apart from it', () => {
    const inYears = (day: string): boolean => day >= EXCHANGE_YEARS.from && day <= EXCHANGE_YEARS.until;
    expect(exchangeFacts.closures.filter(inYears)).toEqual(EXCHANGE_YEARS.closures);
    expect(exchangeFacts.earlyCloses.filter(inYears)).toEqual(EXCHANGE_YEARS.earlyCloses);
  });

  it('has the holidays and early closes that NYSE has announced for 2026 to 2028', () => {
    // https://www.nyse.com/markets/hours-calendars
    const since = (days: readonly string[]): readonly string[] => days.filter((day) => day >= '2026');
    expect(since(exchangeFacts.closures).join(' ')).toBe(
      '2026-01-01 2026-01-19 2026-02-16 2026-04-03 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-11-26 2026-12-25 ' +
        '2027-01-01 2027-01-18 2027-02-15 2027-03-26 2027-05-31 2027-06-18 2027-07-05 2027-09-06 2027-11-25 2027-12-24 ' +
        '2028-01-17 2028-02-21 2028-04-14 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-11-23 2028-12-25',
    );
    expect(since(exchangeFacts.earlyCloses).join(' ')).toBe(
      '2026-11-27 2026-12-24 2027-11-26 2028-07-03 2028-11-24',
    );
  });

  it.each(['2007-01-02', '2012-10-29', '2012-10-30', '2018-12-05', '2025-01-09'])(
    'knows that the exchanges were closed at short notice on %s',
    (day) => {
      expect(calendar.isSession(day)).toBe(false);
    },
  );

  it('names no day twice, and only weekdays', () => {
    const days = [...exchangeFacts.closures, ...exchangeFacts.earlyCloses];
    expect(new Set(days).size).toBe(days.length);
    expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay()))).toEqual([]);
  });

  it('has exactly the sessions that the S&P 500 had from June 2017 to May 2020', () => {
    const sessions = readTable(RECORDED_YEARS_FOLDER, 'market/spx_daily.csv').map(({ date = '' }) => date);
    expect(calendar.sessionsBetween('2017-06-01', '2020-05-29')).toEqual(sessions);
  });

  it.skipIf(!hasShared)('has exactly the sessions that the S&P 500 has had since 2005', () => {
    const sessions = readTable(WHOLE, 'market/spx_daily.csv').map(({ date = '' }) => date);
    expect(calendar.sessionsBetween('2005-01-01', '2024-08-30')).toEqual(sessions);
  });
});

describe('the statements of the Fed', () => {
  it('come in order, one a day, eight scheduled ones in most years', () => {
    const days = fomcStatements.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].toSorted());
    const scheduled = fomcStatements.filter((one) => one.scheduled && one.day.startsWith('2014'));
    expect(scheduled).toHaveLength(8);
  });

  it('know that those of March 2020 were not announced', () => {
    const march = fomcStatements.filter(({ day }) => day.startsWith('2020-03'));
    expect(march).toEqual([
      { day: '2020-03-03', scheduled: false },
      { day: '2020-03-15', scheduled: false },
    ]);
  });

  it.skipIf(!hasShared)('are those of the recorded history', () => {
    const kept = readTable(WHOLE, 'official/fomc_meetings.csv').map(({ statement_day: day, kind }) => ({
      day,
      scheduled: kind !== 'unscheduled',
    }));
    expect(fomcStatements).toEqual(kept);
  });
});

describe('the release calendar', () => {
  it('has every release at 08:30 in New York, in summer and in winter, oldest first', () => {
    const instants = releaseCalendar.map(({ scheduledAt }) => scheduledAt);
    expect(new Set(instants.map(newYorkTime))).toEqual(new Set(['08:30']));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  it('leaves out the reference month, which the date does not tell', () => {
    expect(releaseCalendar.filter((release) => 'referenceMonth' in release)).toEqual([]);
  });

  it('ends where what is known ends', () => {
    expect(newYorkDay(releaseCalendar.at(-1)?.scheduledAt ?? 0)).toBe('2026-12-15');
  });

  it.skipIf(!hasShared)('has the days of the BLS calendar', () => {
    const kept = readTable(WHOLE, 'official/bls_release_schedule.csv').map(
      ({ release, release_date: day }) => `${release}-${day}`,
    );
    expect(releaseCalendar.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  });
});

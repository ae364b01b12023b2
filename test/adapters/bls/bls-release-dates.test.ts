import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBlsReleaseDates } from '#adapters/bls/bls-release-dates.ts';
import { BLS_CALENDAR_POLICY } from '#adapters/bls/index.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { hasSharedData, SHARED_DIR } from '#test/support/http/shared-dir.ts';

const CALENDAR = fixture('bls/calendar-2023-2024.ics');
const FIRST = 'DTSTART;TZID=US-Eastern:20230112T083000';
const signal = new AbortController().signal;

describeHttpSource('BLS calendar', {
  policy: BLS_CALENDAR_POLICY,
  ask: (client, stop) => createBlsReleaseDates(client).dates(stop),
  body: () => CALENDAR,
  renamed: (body) => body.replaceAll('SUMMARY:Consumer Price Index', 'SUMMARY:CPI'),
});

function dates(body: string): Promise<readonly ListedDate[]> {
  return createBlsReleaseDates(answeringHttpClient(body)).dates(signal);
}

const earliest = async (body: string): Promise<ListedDate | undefined> =>
  (await dates(body)).find(({ kind }) => kind === 'CPI');

describe('createBlsReleaseDates', () => {
  it('finds every CPI and PPI by its exact title, and nothing else', async () => {
    const all = await dates(CALENDAR);
    expect(all.filter(({ kind }) => kind === 'CPI')).toHaveLength(24);
    expect(all.filter(({ kind }) => kind === 'PPI')).toHaveLength(24);
    const lookalike = CALENDAR.replace(
      'SUMMARY:Consumer Price Index',
      'SUMMARY:Consumer Price Index Revision',
    );
    expect(await dates(lookalike)).toHaveLength(47);
  });

  it('reads 08:30 in New York on both sides of the change of clocks', async () => {
    const all = await dates(CALENDAR);
    const instant = (day: string) => all.find((date) => date.day === day)?.scheduledAt;
    expect(instant('2023-01-12')).toBe(Date.UTC(2023, 0, 12, 13, 30));
    expect(instant('2023-03-14')).toBe(Date.UTC(2023, 2, 14, 12, 30));
    expect(instant('2024-11-13')).toBe(Date.UTC(2024, 10, 13, 13, 30));
  });

  it('never says which month a release speaks of', async () => {
    expect((await dates(CALENDAR)).some((date) => 'referenceMonth' in date)).toBe(false);
  });

  it.each([
    ['in universal time', 'DTSTART:20230112T133000Z'],
    ['under its full name', 'DTSTART;TZID="America/New_York":20230112T083000'],
    ['with another parameter before it', 'DTSTART;VALUE=DATE-TIME;TZID=US-Eastern:20230112T083000'],
    ['on a folded line', 'DTSTART;TZID=US-Eas\r\n tern:20230112T0\r\n\t83000'],
  ])('reads a time %s', async (_, line) => {
    expect(await earliest(CALENDAR.replace(FIRST, line))).toEqual({
      kind: 'CPI',
      day: '2023-01-12',
      scheduledAt: Date.UTC(2023, 0, 12, 13, 30),
    });
  });

  it('gives the day alone where the calendar gives no time', async () => {
    const body = CALENDAR.replace(FIRST, 'DTSTART;VALUE=DATE:20230112');
    expect(await earliest(body)).toEqual({ kind: 'CPI', day: '2023-01-12' });
  });

  it('undoes escapes in titles', async () => {
    const body = CALENDAR.replace('SUMMARY:Producer Price Index', 'SUMMARY:Producer Price\\, Index');
    expect(await dates(body)).toHaveLength(47);
    const escaped = CALENDAR.replace('SUMMARY:Consumer Price Index', 'SUMMARY:Consumer\\ Price Index');
    expect(await dates(escaped)).toHaveLength(48);
  });

  it('says when an event is called off', async () => {
    const body = CALENDAR.replace(FIRST, `STATUS:CANCELLED\n${FIRST}`);
    expect(await earliest(body)).toMatchObject({ day: '2023-01-12', withdrawn: 'cancelled' });
  });

  it.each([
    ['a zone that it does not know', 'DTSTART;TZID=US-Central:20230112T083000', /US-Central/],
    ['times without a zone', 'DTSTART:20230112T083000', /whoever reads them/],
    ['a day that no calendar has', 'DTSTART;TZID=US-Eastern:20230230T083000', /20230230/],
    ['a time that no clock shows', 'DTSTART;TZID=US-Eastern:20230112T253000', /T253000/],
    ['an event without a time', 'X-DTSTART:20230112', /without DTSTART/],
  ])('refuses %s', async (_, line, words) => {
    const read = dates(CALENDAR.replace(FIRST, line));
    await expect(read).rejects.toThrow(SourceChanged);
    await expect(read).rejects.toThrow(words);
  });
});

describe.runIf(hasSharedData('the whole calendar of BLS'))(
  'createBlsReleaseDates on the whole calendar',
  () => {
    it('finds the dates that the schedule has', async () => {
      const folder = `${SHARED_DIR}/data`;
      const all = await dates(readFileSync(`${folder}/api-samples/bls_schedule_2023_2024.ics`, 'utf8'));
      const schedule = readFileSync(`${folder}/official/bls_release_schedule.csv`, 'utf8')
        .split('\n')
        .filter((line) => /^(CPI|PPI),202[34]-/.test(line))
        .map((line) => line.split(',').slice(0, 2).join(' '));
      const found = all.map(({ kind, day }) => `${kind} ${day}`);
      expect(new Set(found)).toEqual(new Set(schedule));
    });
  },
);

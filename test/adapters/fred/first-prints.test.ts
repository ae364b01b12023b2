import { describe, expect, it } from 'vitest';
import { firstPrints } from '#adapters/fred/first-prints.ts';
import { SourceChanged } from '#domain/problem.ts';
import { answeringHttpClient } from '#test/support/http/answering-http-client.ts';

const NOW = Date.parse('2024-08-30T20:00:00Z');
const signal = new AbortController().signal;

type Row = readonly [month: string, level: string, from: string, until: string];

/** June came out on 2024-07-11 and was restated with July, on 2024-08-14. */
const MONTHLY: readonly Row[] = [
  ['2024-04-01', '313.207', '2024-05-31', '2024-08-30'],
  ['2024-05-01', '313.225', '2024-05-31', '2024-08-30'],
  ['2024-06-01', '313.049', '2024-07-11', '2024-08-13'],
  ['2024-06-01', '312.900', '2024-08-14', '2024-08-30'],
  ['2024-07-01', '313.534', '2024-08-14', '2024-08-30'],
];

function answerOf(rows: readonly Row[], otherwise: object = {}): string {
  return JSON.stringify({
    realtime_start: '2024-05-31',
    realtime_end: '2024-08-30',
    units: 'lin',
    output_type: 1,
    count: rows.length,
    observations: rows.map(([date, value, realtime_start, realtime_end]) => ({
      date,
      value,
      realtime_start,
      realtime_end,
    })),
    ...otherwise,
  });
}

const ask = (body: string) =>
  firstPrints(
    { client: answeringHttpClient(body), clock: { now: () => NOW }, key: 'k' },
    { kind: 'CPI', since: '2024-06-01' },
    signal,
  );

describe('firstPrints', () => {
  it('computes each change from the levels as they stood on the day it came out', async () => {
    // BLS on 2024-07-11: −0.1 % in June after 0.0 % in May. July against June as restated on 2024-08-14.
    expect(await ask(answerOf(MONTHLY))).toMatchObject([
      { referenceMonth: '2024-06', day: '2024-07-11', headline: { actual: -2, previous: 0 } },
      { referenceMonth: '2024-07', day: '2024-08-14', headline: { actual: 4, previous: -2 } },
    ]);
  });

  it('leaves out months that had come out before, whose first level is not in the answer', async () => {
    const months = (await ask(answerOf(MONTHLY))).map(({ referenceMonth }) => referenceMonth);
    expect(months).not.toContain('2024-05');
  });

  it('knows no change over a month that was not published, as October 2025 was not', async () => {
    const holed = MONTHLY.map((row): Row => (row[0] === '2024-06-01' ? [row[0], '.', row[2], row[3]] : row));
    expect(await ask(answerOf(holed))).toMatchObject([{ referenceMonth: '2024-07', headline: {} }]);
  });

  it('looks at no level that came out later than the day, even where it is the only one', async () => {
    const late = MONTHLY.map((row): Row =>
      row[0] === '2024-05-01' ? [row[0], row[1], '2024-08-14', row[3]] : row,
    );
    const june = (await ask(answerOf(late))).find(({ referenceMonth }) => referenceMonth === '2024-06');
    expect(june?.headline).toEqual({});
  });

  it('refuses an answer of which a part is missing, or of other days', async () => {
    await expect(ask(answerOf(MONTHLY, { count: 6 }))).rejects.toThrow(SourceChanged);
    await expect(ask(answerOf(MONTHLY, { realtime_end: '2024-08-29' }))).rejects.toThrow(SourceChanged);
  });
});

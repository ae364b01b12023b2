import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import {
  openHistory,
  openRecordedYears,
  RECORDED_YEARS,
  RECORDED_YEARS_FOLDER,
} from '#test/support/engine/history.ts';
import { historyTables } from '#test/support/engine/record-history.ts';

const whole = await openHistory('the recorded years against the whole recorded history');
const years = await openRecordedYears();

describe('the recorded years', () => {
  it('have a close of every index on every session, from 2017-06-01 to 2020-05-29', () => {
    const { rut, spx, vix, vix9d, vix3m } = years.history.market;
    expect([years.sessions[0], years.sessions.at(-1), years.sessions.length]).toEqual([
      '2017-06-01',
      '2020-05-29',
      754,
    ]);
    for (const index of [rut, spx, vix, vix9d, vix3m]) {
      expect(index?.closes.map(({ session }) => session)).toEqual(years.sessions);
    }
  });

  it('have a settlement of the first two VIX futures on every session', () => {
    expect(years.history.futures.map(({ session }) => session)).toEqual(years.sessions);
  });

  it('have one CPI and one PPI for every month, but where one was delayed into the next', () => {
    const months = (kind: string) =>
      years.history.prints.filter((print) => print.kind === kind).map((print) => print.referenceMonth);
    expect(months('CPI')).toHaveLength(84);
    expect(months('PPI')).toHaveLength(84);
    expect(new Set(months('CPI'))).toEqual(new Set(months('PPI')));
  });
});

describe.skipIf(!whole)('the recorded years beside the whole recorded history', () => {
  it('are its tables, cell by cell', () => {
    for (const [path, text] of Object.entries(historyTables())) {
      const equal = readFileSync(`${RECORDED_YEARS_FOLDER}/${path}`, 'utf8') === text;
      expect({ path, equal }).toEqual({ path, equal: true });
    }
  });

  it('judge every print as the whole history since 2007 does', () => {
    const classes = ({ releases }: typeof years) =>
      releases
        .filter(({ dayZero }) => dayZero >= RECORDED_YEARS.from && dayZero <= RECORDED_YEARS.until)
        .map((known) => classifyPrint(known, someSettings()));
    expect(classes(years)).toHaveLength(42);
    expect(whole && classes(whole)).toEqual(classes(years));
  });
});

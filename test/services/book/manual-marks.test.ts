import { describe, expect, it } from 'vitest';
import { UnknownMark } from '#domain/book/book-problem.ts';
import type { MarkDraft } from '#domain/book/mark.ts';
import { openBookDesk } from '#test/support/book/book-desk.ts';
import { NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';

const FUTURE: MarkDraft = { of: 'VX', expiry: '2027-01-20' };
const CALL: MarkDraft = { of: 'VIX option', expiry: '2027-01-20', strike: 22 };
const MULTIPLE: MarkDraft = { of: 'P/E small', source: 'FTSE Russell', date: '2026-10-31' };
const HOUR = 3_600_000;

describe('what is marked by hand', () => {
  it('is kept with who and when, the latest of each subject, latest first', async () => {
    const { services, turnTo } = await openBookDesk();
    await services.setMark('1', STEWARD, { ...FUTURE, price: 18.2 });
    turnTo(NOON + HOUR);
    await services.setMark('1', STEWARD, { ...CALL, volatility: 85 });
    turnTo(NOON + 2 * HOUR);
    const { marks, asOf } = await services.setMark('1', SECOND_STEWARD, { ...FUTURE, price: 18.6 });
    expect(asOf).toBe(NOON + 2 * HOUR);
    expect(marks).toEqual([
      {
        of: { kind: 'future', expiry: '2027-01-20' },
        unit: 'price',
        value: 18.6,
        by: SECOND_STEWARD,
        at: NOON + 2 * HOUR,
      },
      {
        of: {
          kind: 'option',
          root: 'VIX',
          expiry: '2027-01-20',
          settlement: 'AM',
          strike: 22,
          right: 'call',
        },
        unit: 'volatility',
        value: 0.85,
        by: STEWARD,
        at: NOON + HOUR,
      },
    ]);
  });

  it.each<[MarkDraft, object]>([
    [{ of: 'SPX' }, { of: { kind: 'index', index: 'SPX' }, unit: 'price', value: 4.5 }],
    [{ of: 'UVXY' }, { of: { kind: 'share', symbol: 'UVXY' }, unit: 'price', value: 4.5 }],
    [{ of: 'rate' }, { of: { kind: 'rate' }, unit: 'rate', value: 0.045 }],
    [
      { of: 'P/CF small', source: ' FTSE Russell ', date: '2026-10-31' },
      {
        of: { kind: 'multiple', multiple: 'P/CF', caps: 'small' },
        unit: 'multiple',
        value: 4.5,
        source: 'FTSE Russell',
        day: '2026-10-31',
      },
    ],
    [
      { of: 'SPX option', expiry: '2027-01-15', strike: 5600, right: 'put', settlement: 'AM' },
      { of: { kind: 'option', root: 'SPX', settlement: 'AM', strike: 5600, right: 'put' }, unit: 'price' },
    ],
  ])('may be %o', async (draft, mark) => {
    const { services } = await openBookDesk();
    expect((await services.setMark('1', STEWARD, { ...draft, price: 4.5 })).marks).toMatchObject([mark]);
  });

  it.each<[MarkDraft & { price?: number; volatility?: number }, object]>([
    [FUTURE, { why: 'no-value' }],
    [{ ...CALL, price: 2, volatility: 85 }, { why: 'two-values' }],
    [{ ...FUTURE, price: 0 }, { why: 'not-positive' }],
    [{ ...FUTURE, price: -18 }, { why: 'not-positive' }],
    [{ ...FUTURE, volatility: 85 }, { why: 'volatility-of-option-only' }],
    [{ ...CALL, volatility: 0.85 }, { why: 'looks-like-fraction' }],
    [{ ...CALL, volatility: 0 }, { why: 'not-positive' }],
    [{ ...CALL, volatility: 4_500 }, { why: 'too-large' }],
    [{ of: 'rate', price: 450 }, { why: 'too-large' }],
    [
      { of: 'P/E small', price: 24 },
      {
        faults: [{ fault: { kind: 'lacks', field: 'source' } }, { fault: { kind: 'lacks', field: 'date' } }],
      },
    ],
    [{ ...MULTIPLE, date: '2026-12-02', price: 24 }, { faults: [{ fault: { kind: 'in-future' } }] }],
    [{ ...MULTIPLE, date: 'October', price: 24 }, { faults: [{ fault: { kind: 'unreadable-day' } }] }],
    [{ ...MULTIPLE, price: 0 }, { why: 'not-positive' }],
    [{ ...MULTIPLE, price: 1_001 }, { why: 'too-large' }],
    [{ ...MULTIPLE, volatility: 24 }, { why: 'volatility-of-option-only' }],
    [
      { ...MULTIPLE, strike: 24, price: 24 },
      { faults: [{ fault: { kind: 'does-not-take', field: 'strike' } }] },
    ],
    [
      { of: 'VIX', source: 'Cboe', price: 18 },
      { faults: [{ fault: { kind: 'does-not-take', field: 'source' } }] },
    ],
    [{ of: 'VX', price: 18 }, { faults: [{ fault: { kind: 'lacks', field: 'expiry' } }] }],
    [{ of: 'VX', expiry: '2026-12-18', price: 18 }, { faults: [{ fault: { kind: 'not-listed' } }] }],
    [{ ...CALL, strike: -22, price: 2 }, { faults: [{ fault: { kind: 'not-positive' } }] }],
    [{ ...CALL, settlement: 'PM', price: 2 }, { faults: [{ fault: { kind: 'does-not-take' } }] }],
    [{ of: 'VIX', expiry: '2027-01-20', price: 18 }, { faults: [{ fault: { kind: 'does-not-take' } }] }],
    [
      { of: 'VIX option', expiry: '2026-11-18', strike: 22, price: 2 },
      { faults: [{ fault: { kind: 'expired' } }] },
    ],
  ])('may not be %o', async (draft, problem) => {
    const { services } = await openBookDesk();
    await expect(services.setMark('1', STEWARD, draft)).rejects.toMatchObject(problem);
    expect((await services.marks('1')).marks).toEqual([]);
  });

  it('can be taken back, and stays in the history', async () => {
    const { services, ledger } = await openBookDesk();
    await services.setMark('1', STEWARD, { ...FUTURE, price: 18.2 });
    expect((await services.removeMark('1', SECOND_STEWARD, FUTURE)).marks).toEqual([]);
    await expect(services.removeMark('1', SECOND_STEWARD, FUTURE)).rejects.toBeInstanceOf(UnknownMark);
    expect((await ledger.markHistory('1', 9)).map(({ isRemoved, mark }) => [isRemoved, mark.by])).toEqual([
      [true, SECOND_STEWARD],
      [false, STEWARD],
    ]);
  });

  it('counts no longer once it has settled', async () => {
    const { services, turnTo } = await openBookDesk();
    await services.setMark('1', STEWARD, { ...FUTURE, price: 18.2 });
    await services.setMark('1', STEWARD, { of: 'VIX', price: 17.4 });
    turnTo(Date.UTC(2027, 0, 20, 14, 30));
    expect((await services.marks('1')).marks).toMatchObject([{ of: { kind: 'index' } }]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Marks } from '#domain/book/mark.ts';
import type { ShiftCandidate, TimeShift } from '#domain/hedge/time-shift.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { shiftDays } from '#engine/condor/shift-days.ts';
import { timeShift } from '#engine/condor/time-shift.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import {
  known,
  listedSpx,
  listedVixCalls,
  PLACE,
  UNKNOWN,
  WORKED_CONDOR,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const LISTED = ['2026-02-19', '2026-02-24', '2026-02-26', '2026-03-05', '2026-03-12', '2026-03-13'];

function caseOf(marks: Partial<Marks> = {}) {
  const spx = { ...PLACE, root: 'SPX', quotes: listedSpx(LISTED) } as const;
  const sources = workedSources({ chains: { ...listedVixCalls().chains, spx }, ...marks });
  const geometry = volGeometry();
  return {
    sources,
    dailyRange: known(1),
    isConfirmed: false,
    settings: someSettings(),
    account: {
      positions: WORKED_POSITIONS,
      book: priceBook(WORKED_POSITIONS, sources),
      geometry,
      expirations: 3,
    },
    events: [
      { what: 'FOMC', day: '2026-03-18' },
      { what: 'CPI', day: '2026-03-11' },
      { what: 'PPI', day: '2026-02-19' },
      { what: 'PPI', day: '2026-02-27' },
    ] as const,
  };
}

function found(shift: TimeShift) {
  return shift.outcome.kind === 'candidates' ? shift.outcome : expect.fail(shift.outcome.reason);
}

function one(candidates: readonly ShiftCandidate[], wanted: Partial<ShiftCandidate>): ShiftCandidate {
  const match = candidates.find((candidate) =>
    Object.entries({ strike: 'same', ...wanted }).every(
      ([key, value]) => Reflect.get(candidate, key) === value,
    ),
  );
  return match ?? expect.fail('there is no such candidate');
}

describe('timeShift', () => {
  it('rolls by 7 to 21 days onto listed expiries only', () => {
    const { candidates } = found(timeShift(WORKED_CONDOR, caseOf()));
    const days = new Set(candidates.map(({ daysAdded }) => daysAdded));
    expect([...days].toSorted((a, b) => a - b)).toEqual([7, 14, 21]);
  });

  it('puts those first that suit the VIX', () => {
    // VIX 17 asks for 14 days.
    const calm = found(timeShift(WORKED_CONDOR, caseOf()));
    expect(calm.preferredDays).toBe(14);
    expect(calm.candidates[0]?.daysAdded).toBe(14);
    const tense = found(timeShift(WORKED_CONDOR, caseOf({ vix: known(22) })));
    expect(tense.candidates[0]?.daysAdded).toBe(21);
    expect(found(timeShift(WORKED_CONDOR, caseOf({ vix: UNKNOWN })))).not.toHaveProperty('preferredDays');
  });

  it('rolls a quarter of the side that is fewer deviations away', () => {
    const outcome = found(timeShift(WORKED_CONDOR, caseOf()));
    // All strikes have one volatility here, and the calls' break-even is nearer; a quarter of four is one.
    expect(outcome).toMatchObject({ side: 'call', portion: 25 });
    expect(outcome.candidates[0]?.quantity).toBe(1);
    const single = found(timeShift({ ...WORKED_CONDOR, quantity: 1 }, caseOf()));
    expect(single).toMatchObject({ portion: 100 });
  });

  it('closes at ask, opens at bid, and takes only what is left over', () => {
    const given = caseOf();
    const candidate = one(found(timeShift(WORKED_CONDOR, given)).candidates, {
      legs: 'short',
      daysAdded: 14,
    });
    const quote = (expiry: string) => given.sources.board.find('SPX', expiry, 'PM')?.quote('call', 6250);
    const closing = (quote('2026-02-19')?.ask ?? Number.NaN) * 100;
    const opening = (quote('2026-03-05')?.bid ?? Number.NaN) * 100;
    expect(candidate.closeDebit).toBeCloseTo(closing, 9);
    expect(candidate.openCredit).toBeCloseTo(opening, 9);
    expect(candidate.net).toBeCloseTo(opening - closing, 9);
    expect(candidate.verdict).toBe('credit');
  });

  it('tells what becomes of the book’s short vega, and so of H', () => {
    const given = caseOf();
    const before = vegaExposure(given.account);
    const { book = expect.fail('there is no book'), change = expect.fail('there is no change') } = one(
      found(timeShift(WORKED_CONDOR, given)).candidates,
      { legs: 'short', daysAdded: 14 },
    );
    // More days are more raw vega, so more of it is short; time takes part of it back.
    expect(change.vega).toBeLessThan(0);
    expect(change.exposure).toBeGreaterThan(change.vega);
    expect(book.shortBefore).toBeCloseTo(before.condors.totals.exposure, 9);
    expect(book.shortAfter).toBeCloseTo(before.condors.totals.exposure + change.exposure, 9);
    expect(book.ratioAfter).toMatchObject({ known: true });
    const after = book.ratioAfter.known ? book.ratioAfter.value : Number.NaN;
    expect(after).toBeCloseTo(before.hedge.counted / -book.shortAfter, 12);
  });

  it('collects more time value at the same strike, and moves the break-even out by what it nets', () => {
    const candidate = one(found(timeShift({ ...WORKED_CONDOR, credit: 27 }, caseOf())).candidates, {
      legs: 'short',
      daysAdded: 21,
    });
    const { extrinsic, breakEvens, net = Number.NaN } = candidate;
    expect(extrinsic?.after).toBeGreaterThan(extrinsic?.before ?? Number.NaN);
    expect(breakEvens?.breakEvens.high).toBeCloseTo(net / 100, 9);
    expect(breakEvens?.width).toBeCloseTo((2 * net) / 100, 9);
  });

  it('names the releases and statements that the new expiry takes in', () => {
    const { candidates } = found(timeShift(WORKED_CONDOR, caseOf()));
    // The old expiry's own day is not among them, and the FOMC comes after all of these.
    expect(one(candidates, { legs: 'short', daysAdded: 7 }).spans).toEqual([]);
    expect(one(candidates, { legs: 'short', daysAdded: 21 }).spans).toEqual([
      { what: 'PPI', day: '2026-02-27' },
      { what: 'CPI', day: '2026-03-11' },
    ]);
  });

  it('puts four legs before short legs alone, and credits before debits', () => {
    const { candidates } = found(timeShift(WORKED_CONDOR, caseOf()));
    const legs = candidates.map((candidate) => candidate.legs);
    expect(legs.lastIndexOf('four')).toBeLessThan(legs.indexOf('short'));
    const verdicts = candidates
      .filter((candidate) => candidate.legs === 'four')
      .map(({ verdict }) => verdict);
    expect(verdicts.lastIndexOf('credit')).toBeLessThan(
      verdicts.includes('debit') ? verdicts.indexOf('debit') : verdicts.length,
    );
  });

  it('nets at the middle of the quotes too, between the sides', () => {
    const candidate = one(found(timeShift(WORKED_CONDOR, caseOf())).candidates, {
      legs: 'four',
      daysAdded: 14,
    });
    expect(candidate.middle?.basis).toBe('quotes');
    expect(candidate.middle?.net).toBeGreaterThan(candidate.net ?? Number.NaN);
  });

  it('sells a long leg that nobody bids for at nothing', () => {
    const given = caseOf();
    const quotes = (given.sources.marks.chains.spx?.quotes ?? []).map((quote) => {
      const { bid: _bid, ...rest } = quote;
      return quote.expiry === '2026-02-19' && quote.right === 'call' && quote.strike === 6350 ? rest : quote;
    });
    const blind = caseOf({ chains: { spx: { ...PLACE, root: 'SPX', quotes } } });
    const [before, after] = [given, blind].map((shiftCase) =>
      one(found(timeShift(WORKED_CONDOR, shiftCase)).candidates, { legs: 'four', daysAdded: 14 }),
    );
    const bid = given.sources.board.find('SPX', '2026-02-19', 'PM')?.quote('call', 6350)?.bid ?? Number.NaN;
    expect(after?.closeDebit).toBeCloseTo((before?.closeDebit ?? Number.NaN) + bid * 100, 6);
  });

  it('tells cover before and after', () => {
    const { cover } = one(found(timeShift(WORKED_CONDOR, caseOf())).candidates, {
      legs: 'four',
      daysAdded: 14,
    });
    const [before, after] = [cover?.before, cover?.after];
    expect(before).toMatchObject({ kind: 'cover', shock: { spotPercent: -4, volPoints: 10 } });
    // The hedge is the same; the condors lose something else.
    expect(after?.hedge).toBeCloseTo(before?.hedge ?? Number.NaN, 6);
    expect(after?.condors).not.toBeCloseTo(before?.condors ?? Number.NaN, 0);
  });

  it('warns that shorts rolled alone stand naked later, which four legs do not', () => {
    const { candidates } = found(timeShift(WORKED_CONDOR, caseOf()));
    candidates.forEach(({ legs, isNakedLater }) => expect(isNakedLater).toBe(legs === 'short'));
  });

  it('offers the same deviations at another strike, with the wing as wide', () => {
    const { candidates } = found(timeShift(WORKED_CONDOR, caseOf()));
    const { strikesAfter } = one(candidates, { strike: 'same-deviations', legs: 'four', daysAdded: 21 });
    // 6029.4 × (6250 ÷ 6020.0)^√(66 ÷ 45) is 6309.6, and 6325 the next that is listed.
    expect(strikesAfter.shortCall).toBe(6325);
    expect(strikesAfter.longCall - strikesAfter.shortCall).toBe(100);
    expect(strikesAfter).toMatchObject({ longPut: 5600, shortPut: 5700 });
  });

  it('says when morning and afternoon settlement would be mixed', () => {
    const quotes = [...listedSpx(['2026-02-19']), ...listedSpx(['2026-03-05'], 'AM')];
    const given = caseOf({ chains: { spx: { ...PLACE, root: 'SPX', quotes } } });
    const { candidates } = found(timeShift(WORKED_CONDOR, given));
    candidates.forEach((candidate) => expect(candidate.isMixedSettlement).toBe(true));
  });

  it('has no net where nobody quotes a leg', () => {
    const quotes = listedSpx(LISTED).map(({ bid: _bid, ask: _ask, ...quote }) => ({
      ...quote,
      volatility: 0.15,
    }));
    const given = caseOf({ chains: { spx: { ...PLACE, root: 'SPX', quotes } } });
    const [candidate] = found(timeShift(WORKED_CONDOR, given)).candidates;
    expect(candidate).toMatchObject({ verdict: 'no-quotes' });
    expect(candidate).not.toHaveProperty('net');
    expect(candidate?.middle?.basis).toBe('model');
  });

  it('says why there is nothing to roll to', () => {
    const reason = (marks: Partial<Marks>) => timeShift(WORKED_CONDOR, caseOf(marks)).outcome;
    const only = { chains: { spx: { ...PLACE, root: 'SPX', quotes: listedSpx(['2026-02-19']) } } } as const;
    expect(reason(only)).toEqual({ kind: 'none', reason: 'no-expiry-listed' });
    expect(reason({ spx: UNKNOWN })).toEqual({ kind: 'none', reason: 'no-spot' });
    expect(reason({ chains: {} })).toEqual({ kind: 'none', reason: 'no-volatility' });
    const old = timeShift({ ...WORKED_CONDOR, expiry: '2026-01-02' }, caseOf());
    expect(old.outcome).toEqual({ kind: 'none', reason: 'expired' });
  });
});

describe('timeShift in mode theta', () => {
  const settings = someSettings({ 'timeShift.mode': 'theta' });
  const late = (days: number, marks: Partial<Marks> = {}) => {
    const asOf = Date.parse('2026-02-19T20:00:00Z') - days * 86_400_000;
    return { ...caseOf({ asOf, ...marks }), settings };
  };

  it('rolls all of a condor with three days left or fewer, by one day to seven', () => {
    const outcome = found(timeShift(WORKED_CONDOR, late(3)));
    expect(outcome).toMatchObject({ mode: 'theta', portion: 100 });
    expect(new Set(outcome.candidates.map(({ daysAdded }) => daysAdded))).toEqual(new Set([5, 7]));
    expect(timeShift(WORKED_CONDOR, late(3.1)).outcome).toEqual({ kind: 'none', reason: 'too-early' });
  });

  it.each([
    [0.95, 16, 'candidates'],
    [0.94, 16, 'none'],
    [0.94, 16.01, 'candidates'],
  ])('with an expected day of %d %% and a VIX of %d gives %s', (range, vix, kind) => {
    const shiftCase = { ...late(2, { vix: known(vix) }), dailyRange: known(range) };
    expect(timeShift(WORKED_CONDOR, shiftCase).outcome.kind).toBe(kind);
  });

  it('tells a calm market from one that nobody knows', () => {
    const calm = { ...late(2, { vix: known(12) }), dailyRange: known(0.5) };
    expect(timeShift(WORKED_CONDOR, calm).outcome).toEqual({ kind: 'none', reason: 'calm' });
    const blind = { ...late(2, { vix: UNKNOWN }), dailyRange: UNKNOWN };
    expect(timeShift(WORKED_CONDOR, blind).outcome).toEqual({ kind: 'none', reason: 'no-gate' });
  });
});

describe('shiftDays', () => {
  it('takes 7 days below a VIX of 16, 14 up to 20, and 21 above', () => {
    expect([15.99, 16, 20, 20.01].map((vix) => shiftDays(vix, [7, 14, 21]))).toEqual([7, 14, 14, 21]);
  });
});

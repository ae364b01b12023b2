import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { Marks, OptionQuote } from '#domain/book/mark.ts';
import { condorReport } from '#engine/condor/condor-report.ts';
import { priceBook, priceSources } from '#engine/valuation/price-book.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { timeShift } from '#engine/condor/time-shift.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { fixture } from '#test/support/http/fixture.ts';
import { UNKNOWN } from '#test/support/book/worked-book.ts';

/** 16:15 in New York on 2024-01-05. */
const AS_OF = Date.UTC(2024, 0, 5, 21, 15);
const PLACE = { source: 'cboe', quality: 'recorded', asOf: AS_OF } as const;
const known = (value: number) => ({ ...PLACE, known: true, value }) as const;

type Row = OptionQuote & { readonly cboe: { readonly volatility: number; readonly delta: number } };

function readChain(): readonly Row[] {
  return fixture('history/options/spx_chain_2024-01-05.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): Row => {
      const cells = line.split(',');
      const number = (place: number) => Number(cells[place]);
      return {
        root: 'SPX',
        settlement: cells[3] === 'SPX' ? 'AM' : 'PM',
        expiry: cells[4] ?? '',
        right: cells[6] === 'C' ? 'call' : 'put',
        strike: number(7),
        bid: number(8),
        ask: number(9),
        cboe: { volatility: number(12), delta: number(13) },
      };
    });
}

const CONDOR: Condor = {
  kind: 'condor',
  id: 'C1',
  quantity: 4,
  openedOn: '2024-01-05',
  expiry: '2024-02-16',
  settlement: 'PM',
  strikes: { longPut: 4350, shortPut: 4450, shortCall: 4900, longCall: 5000 },
};

describe('a recorded chain of 2024-01-05', () => {
  const chain = readChain();
  const marks: Marks = {
    asOf: AS_OF,
    spx: known(4697.2402),
    vix: known(13.35),
    // Treasury bills paid about that; nothing below depends on its last digits.
    rate: known(0.0525),
    dividendYield: UNKNOWN,
    chains: { spx: { ...PLACE, root: 'SPX', quotes: chain } },
    futures: [],
    shares: [],
    manual: [],
  };
  const sources = priceSources(marks, settlementClock(exchangeCalendar(exchangeFacts)));
  const geometry = volGeometry();
  const positions = { condors: [CONDOR], hedges: [] };
  const account = { positions, book: priceBook(positions, sources), geometry, expirations: 3 };

  it('implies what Cboe shows beside the quotes, within a vol point near the money', () => {
    const near = chain.filter(
      ({ expiry, settlement, strike, right, cboe }) =>
        expiry === CONDOR.expiry &&
        settlement === 'PM' &&
        cboe.volatility > 0 &&
        Math.abs(strike / 4697 - 1) < 0.05 &&
        (right === 'call') === strike > 4700,
    );
    expect(near.length).toBeGreaterThan(10);
    const forward = sources.forwards.index(CONDOR.expiry, 'PM')?.value ?? Number.NaN;
    const settlesAt = sources.clock.settlesAt(CONDOR.expiry, 'PM') ?? Number.NaN;
    for (const { cboe, ...option } of near) {
      const mark = sources.volatilities(option, { forward, rate: 0.0525, settlesAt });
      expect(typeof mark === 'object' && mark.basis).toBe('implied');
      expect(typeof mark === 'object' ? mark.value : Number.NaN).toBeCloseTo(cboe.volatility, 2);
    }
  });

  it('tells morning and afternoon of one day apart', () => {
    const morning = sources.forwards.index('2024-02-16', 'AM');
    expect(morning?.basis).toBe('parity');
    expect(morning?.value).not.toBe(sources.forwards.index('2024-02-16', 'PM')?.value);
    // Six weeks at 5.25 % less about 1.4 % of dividends: some 20 points above the index.
    expect(morning?.value).toBeGreaterThan(4710);
    expect(morning?.value).toBeLessThan(4730);
  });

  it('values the condor whole, short of volatility, with most of the probability inside', () => {
    const { condors, isPartial } = vegaExposure(account);
    expect(isPartial).toBe(false);
    expect(condors.totals.exposure).toBeLessThan(0);
    expect(condors.totals.theta).toBeGreaterThan(0);
    const view = condorReport(CONDOR, {
      sources,
      dailyRange: known(0.75),
      isConfirmed: false,
      settings: someSettings(),
    });
    expect(view.inside).toMatchObject({ value: { method: 'digitals' } });
    expect(view.inside.known && view.inside.value.inside).toBeGreaterThan(0.6);
    expect(view.inside.known && view.inside.value.inside).toBeLessThan(0.95);
  });

  it('finds rolls on listed expiries alone, some of them for a credit', () => {
    const { outcome } = timeShift(CONDOR, {
      sources,
      dailyRange: known(0.75),
      isConfirmed: false,
      settings: someSettings(),
      account,
      events: [{ what: 'CPI', day: '2024-02-13' }],
    });
    const candidates = outcome.kind === 'candidates' ? outcome.candidates : [];
    expect(candidates.length).toBeGreaterThan(0);
    const listed = new Set(chain.map(({ expiry, settlement }) => `${expiry}.${settlement}`));
    for (const { expiry, settlement, daysAdded } of candidates) {
      expect(listed).toContain(`${expiry}.${settlement}`);
      expect(daysAdded).toBeGreaterThanOrEqual(7);
      expect(daysAdded).toBeLessThanOrEqual(21);
    }
    expect(candidates.some(({ verdict, net = 0 }) => verdict === 'credit' && net > 0)).toBe(true);
  });
});

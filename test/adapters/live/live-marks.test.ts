import { describe, expect, it } from 'vitest';
import { createLiveMarks } from '#adapters/live/live-marks.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { FutureQuote, OptionChain } from '#domain/book/mark.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { IndexQuotes, ShareQuotes } from '#ports/sources/market-data.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { recordedDiagnostics } from '#test/support/http/recorded-diagnostics.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);
const NOW = newYorkInstant('2026-11-25', '11:00');
const seen = { asOf: NOW - 900_000, source: 'Cboe, delayed', quality: 'delayed' } as const;
const chain = (root: 'SPX' | 'VIX', spot?: number): OptionChain => ({
  ...seen,
  root,
  quotes: [],
  ...(spot !== undefined && { spot }),
});
const future: FutureQuote = { ...seen, expiry: '2026-12-16', price: 17.2 };

const yahoo: IndexQuotes & ShareQuotes = {
  source: 'Yahoo Finance',
  quote: () => Promise.resolve({ price: 5_900, at: NOW, source: 'Yahoo Finance', quality: 'delayed' }),
  share: (symbol) => Promise.resolve({ ...seen, symbol, price: 40 }),
};

type Answers = {
  readonly chains: Partial<Record<'SPX' | 'VIX', OptionChain>>;
  readonly curves: Readonly<Record<string, readonly FutureQuote[]>>;
};

function marks({ chains, curves }: Answers, others: object = { quotes: [yahoo], shares: yahoo }) {
  const diagnostics = recordedDiagnostics();
  const asked: string[] = [];
  const refusal = (): Promise<never> => Promise.reject(new SourceUnavailable('Cboe'));
  const source = createLiveMarks({
    quotes: [],
    ...others,
    chains: {
      source: 'Cboe, delayed',
      chain(root) {
        asked.push(root);
        const found = chains[root];
        return found ? Promise.resolve(found) : refusal();
      },
    },
    curve: {
      source: 'Cboe, settlement',
      curve(session) {
        asked.push(session);
        const found = curves[session];
        return found ? Promise.resolve(found) : refusal();
      },
    },
    calendar,
    diagnostics,
    wallClock: { now: () => NOW, wait: () => Promise.resolve() },
  });
  return { source, diagnostics, asked };
}

const BOTH = { SPX: chain('SPX', 5_880), VIX: chain('VIX', 16.1) };
const SETTLED = { '2026-11-24': [future] };

describe('createLiveMarks', () => {
  it('takes the indices as their chains saw them', async () => {
    const found = await marks({ chains: BOTH, curves: SETTLED }).source.marks(NOW, signal);
    expect(found.spx).toEqual({ known: true, value: 5_880, ...seen });
    expect(found.vix).toMatchObject({ value: 16.1 });
    expect(found.chains.spx?.root).toBe('SPX');
    expect(found.futures).toEqual([future]);
    expect(found.shares.map(({ symbol }) => symbol)).toEqual(['VXX', 'UVXY']);
  });

  it('takes a quote where a chain is refused or does not say the index', async () => {
    const without = await marks({ chains: { SPX: chain('SPX') }, curves: SETTLED }).source.marks(NOW, signal);
    expect(without.spx).toMatchObject({ known: true, value: 5_900, source: 'Yahoo Finance', asOf: NOW });
    expect(without.vix).toMatchObject({ known: true, source: 'Yahoo Finance' });
    expect(without.chains).not.toHaveProperty('vix');
  });

  it('goes back to the last session that is settled, three at most', async () => {
    const { source, asked } = marks({
      chains: BOTH,
      curves: { '2026-11-24': [], '2026-11-23': [], '2026-11-20': [future] },
    });
    expect((await source.marks(NOW, signal)).futures).toEqual([future]);
    expect(asked.filter((name) => name.startsWith('2026'))).toEqual([
      '2026-11-24',
      '2026-11-23',
      '2026-11-20',
    ]);
  });

  it('throws nothing where nobody answers: everything is unknown, and recorded', async () => {
    const { source, diagnostics } = marks({ chains: {}, curves: {} }, {});
    expect(await source.marks(NOW, signal)).toEqual({
      asOf: NOW,
      spx: { known: false, reason: 'not-supplied' },
      vix: { known: false, reason: 'not-supplied' },
      rate: { known: false, reason: 'not-supplied' },
      dividendYield: { known: false, reason: 'not-supplied' },
      chains: {},
      futures: [],
      shares: [],
    });
    expect(diagnostics.recorded.map(({ subject }) => subject).toSorted()).toEqual([
      'SPX chain',
      'VIX chain',
      'VIX futures',
    ]);
  });

  it('asks once for everybody who values at the same time', async () => {
    const { source, asked } = marks({ chains: BOTH, curves: SETTLED });
    await Promise.all([source.marks(NOW, signal), source.marks(NOW, signal)]);
    await source.marks(NOW + 1, signal);
    expect(asked.toSorted()).toEqual(['2026-11-24', 'SPX', 'VIX']);
  });

  it('takes the rate from whoever was handed in', async () => {
    const rate = () => Promise.resolve({ known: true, value: 0.036, ...seen });
    const { source } = marks({ chains: BOTH, curves: SETTLED }, { rate });
    expect((await source.marks(NOW, signal)).rate).toMatchObject({ known: true, value: 0.036 });
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import { ILLUSTRATION, workedExample } from '#test/support/book/worked-example.ts';
import { drawBook } from '#services/book/draw-book.ts';
import { seedBook } from '#services/book/seed-book.ts';
import { CALENDAR, openBookDesk } from '#test/support/book/book-desk.ts';
import { NOON, STEWARD } from '#test/support/book/lots.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const { signal } = new AbortController();
const SERVER = { server: '1' };
const { lots: EXAMPLE } = workedExample(NOON, CALENDAR);
const BY = { by: ILLUSTRATION, at: NOON };

describe('seedBook', () => {
  it('writes a condor and three layers of calls into a book that nobody has written in', async () => {
    const ledger = await openLedger();
    await seedBook(ledger, SERVER, EXAMPLE, BY);
    const { revision, open } = await ledger.openLots(SERVER);
    expect(revision).toBe(1);
    expect(open.map(({ lot }) => [lot.id, lot.quantity])).toEqual([
      ['C1', 4],
      ['H1', 29],
      ['H2', 29],
      ['H3', 15],
    ]);
    expect(open.every(({ lot }) => lot.isIllustration)).toBe(true);
    expect((await ledger.bookEvents(SERVER, 9)).map(({ by, at }) => [by, at])).toEqual(
      Array.from({ length: 4 }, () => ['illustration', NOON]),
    );
  });

  it('does it once', async () => {
    const ledger = await openLedger();
    await seedBook(ledger, SERVER, EXAMPLE, BY);
    await seedBook(ledger, SERVER, EXAMPLE, { ...BY, at: NOON + 1 });
    expect((await ledger.openLots(SERVER)).open).toHaveLength(4);
  });

  it('writes nothing where somebody has written one lot', async () => {
    const { services, ledger } = await openBookDesk();
    const call = { instrument: 'VIX', quantity: 1, strike: 22, expiry: '2027-01-20' } as const;
    await services.addHedge(SERVER, STEWARD, call);
    await seedBook(ledger, SERVER, EXAMPLE, BY);
    expect((await ledger.openLots(SERVER)).open).toHaveLength(1);
  });

  it('leaves a book alone that somebody has emptied again', async () => {
    const { services, ledger } = await openBookDesk();
    await services.addHedge(SERVER, STEWARD, {
      instrument: 'VIX',
      quantity: 1,
      strike: 22,
      expiry: '2027-01-20',
    });
    await services.removeLot(SERVER, STEWARD, { id: 'H1' });
    await seedBook(ledger, SERVER, EXAMPLE, BY);
    expect((await ledger.openLots(SERVER)).open).toEqual([]);
  });

  it('begins again where it was interrupted', async () => {
    const ledger = await openLedger();
    const dying = { ...ledger, changeBook: () => Promise.reject(new Error('killed')) };
    await expect(seedBook(dying, SERVER, EXAMPLE, BY)).rejects.toThrow('killed');
    await seedBook(ledger, SERVER, EXAMPLE, BY);
    expect((await ledger.openLots(SERVER)).open).toHaveLength(4);
  });

  it('writes into the book of one owner and no other', async () => {
    const ledger = await openLedger();
    await seedBook(ledger, SERVER, EXAMPLE, BY);
    expect((await ledger.openLots({ server: '1', member: STEWARD })).open).toEqual([]);
    expect((await ledger.openLots({ server: '2' })).open).toEqual([]);
  });
});

describe('drawBook', () => {
  const log = { error: vi.fn<(event: string, error: unknown, facts?: object) => void>() };
  const picture = { png: new Uint8Array([1]), altText: 'a hedge' };
  const chart: BookChart = {
    title: 'Hedge',
    subtitle: '',
    form: 'columns',
    unit: '$',
    columns: [],
    levels: [],
  };

  it('gives the picture of a chart', async () => {
    const charts = { drawBook: async () => picture };
    expect(await drawBook({ charts, log }, chart, signal)).toEqual({ picture });
  });

  it('draws nothing where there is nothing to draw', async () => {
    const charts = { drawBook: () => Promise.reject(new Error('not asked for')) };
    expect(await drawBook({ charts, log }, undefined, signal)).toEqual({});
    expect(log.error).not.toHaveBeenCalled();
  });

  it('goes without the picture that could not be drawn, and says so in the log', async () => {
    const failure = new Error('no ink');
    const charts = { drawBook: () => Promise.reject(failure) };
    expect(await drawBook({ charts, log }, chart, signal)).toEqual({});
    expect(log.error.mock.calls).toEqual([['picture of a book not drawn', failure, { title: 'Hedge' }]]);
  });
});

import { describe, expect, it } from 'vitest';
import { InvalidLots, UnknownLot } from '#domain/book/book-problem.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { bookHistory, endedLots, readBook } from '#services/book/read-book.ts';
import { readHoldings } from '#services/book/read-holdings.ts';
import { CALENDAR, openBookDesk } from '#test/support/book/book-desk.ts';
import { NOON, SECOND_STEWARD, STEWARD } from '#test/support/book/lots.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const { signal } = new AbortController();
const SERVER = { server: '1' };
const OWN = { server: '1', member: STEWARD };
const CALLS = { instrument: 'VIX', quantity: 4, strike: 22, expiry: '2026-12-16', cost: 1.85 } as const;
const LATER = { ...CALLS, expiry: '2027-01-20' } as const;
/** The minute before and that of the settlement of the first calls. */
const BEFORE_SETTLEMENT = Date.UTC(2026, 11, 16, 14, 29);
const SETTLEMENT = Date.UTC(2026, 11, 16, 14, 30);
const HOUR = 3_600_000;

describe('readBook', () => {
  it('shows open lots in the order in which they were added, with their revisions', async () => {
    const { services, parts } = await openBookDesk();
    await services.addHedge(SERVER, STEWARD, LATER);
    await services.addHedge(SERVER, STEWARD, CALLS);
    const { lots, positions, revision, today, asOf } = await readBook(parts, SERVER);
    expect(lots.map(({ lot, revision: of }) => [lot.id, of])).toEqual([
      ['H1', 1],
      ['H2', 2],
    ]);
    expect([positions.condors.length, positions.hedges.length, revision, today, asOf]).toEqual([
      0,
      2,
      2,
      '2026-12-01',
      NOON,
    ]);
  });

  it('says what a server counts while it keeps no lots, and never in a member’s book', async () => {
    const { services, parts, set } = await openBookDesk();
    set({ 'book.condors': 10, 'book.hedge': [4, 4, 2] });
    expect((await readBook(parts, SERVER)).counted).toEqual({ condors: 10, hedge: [4, 4, 2] });
    expect(await readBook(parts, OWN)).not.toHaveProperty('counted');
    await services.addHedge(SERVER, STEWARD, LATER);
    expect(await readBook(parts, SERVER)).not.toHaveProperty('counted');
  });

  it('counts proposals that wait, and none that has waited for 72 hours', async () => {
    const { services, parts, set, turnTo } = await openBookDesk();
    set({ 'book.approvals': 1 });
    await services.addHedge(SERVER, STEWARD, LATER);
    turnTo(NOON + 72 * HOUR - 1);
    expect((await readBook(parts, SERVER)).waiting).toBe(1);
    turnTo(NOON + 72 * HOUR);
    expect((await readBook(parts, SERVER)).waiting).toBe(0);
  });

  it('counts no proposal in a member’s own book', async () => {
    const { services, parts, set } = await openBookDesk();
    set({ 'book.approvals': 1 });
    await services.addHedge(SERVER, STEWARD, LATER);
    expect((await readBook(parts, OWN)).waiting).toBe(0);
  });

  it('bears its watermark, and none on live data', async () => {
    const { parts } = await openBookDesk();
    expect(await readBook(parts, SERVER)).not.toHaveProperty('watermark');
    expect((await readBook({ ...parts, watermark: 'RECORDED' }, SERVER)).watermark).toBe('RECORDED');
  });
});

describe('endedLots and bookHistory', () => {
  it('tell what was closed and what has settled, and nothing of what was entered by mistake', async () => {
    const { services, parts, turnTo } = await openBookDesk();
    await services.addHedge(SERVER, STEWARD, CALLS);
    await services.addHedge(SERVER, STEWARD, LATER);
    await services.addHedge(SERVER, STEWARD, LATER);
    await services.removeLot(SERVER, STEWARD, { id: 'H2' });
    await services.closeLot(SERVER, SECOND_STEWARD, { id: 'H3', price: 2.5, on: '2026-12-01' });
    turnTo(BEFORE_SETTLEMENT);
    expect((await endedLots(parts, SERVER)).map(({ lot }) => lot.id)).toEqual(['H3']);
    turnTo(SETTLEMENT);
    const ended = await endedLots(parts, SERVER);
    expect(Object.fromEntries(ended.map(({ lot, end }) => [lot.id, end?.how]))).toEqual({
      H1: 'expired',
      H3: 'closed',
    });
    const { events } = await bookHistory(parts, SERVER);
    expect(events.map(({ id, by }) => [id, by])).toEqual([
      ['H1', 'calendar'],
      ['H3', SECOND_STEWARD],
      ['H2', STEWARD],
      ['H3', STEWARD],
      ['H2', STEWARD],
      ['H1', STEWARD],
    ]);
  });

  it('go back fifty events', async () => {
    const { parts } = await openBookDesk();
    const asked: number[] = [];
    const ledger = {
      ...parts.ledger,
      async bookEvents(_: unknown, limit: number) {
        asked.push(limit);
        return [];
      },
    };
    await bookHistory({ ...parts, ledger }, SERVER);
    expect(asked).toEqual([50]);
  });
});

describe('closeLot', () => {
  async function withCalls() {
    const desk = await openBookDesk();
    await desk.services.addHedge(SERVER, STEWARD, { ...LATER, openedOn: '2026-11-30' });
    return desk;
  }

  it('closes on the latest session unless told, and some of the contracts where told', async () => {
    const { services, ledger } = await withCalls();
    await services.closeLot(SERVER, STEWARD, { id: ' h1 ', quantity: 1, price: 2 });
    const [open] = (await ledger.openLots(SERVER)).open;
    expect(open?.lot.quantity).toBe(3);
    const [ended] = await ledger.endedLots(SERVER);
    expect([ended?.lot.quantity, ended?.end]).toMatchObject([
      1,
      { how: 'closed', on: '2026-12-01', price: 2 },
    ]);
  });

  it.each([
    ['more than are held', { quantity: 5 }, 'more-than-held'],
    ['half a contract', { quantity: 0.5 }, 'quantity'],
    ['a price below nothing', { price: -1 }, 'negative'],
    ['a day before it was opened', { on: '2026-11-27' }, 'closed-before-opened'],
    ['a day to come', { on: '2026-12-02' }, 'in-future'],
    ['a Sunday', { on: '2026-11-29' }, 'not-a-session'],
  ])('refuses %s, and writes nothing', async (_, closing, kind) => {
    const { services, ledger } = await withCalls();
    const closed = services.closeLot(SERVER, STEWARD, { id: 'H1', ...closing });
    await expect(closed).rejects.toThrow(InvalidLots);
    await expect(closed).rejects.toMatchObject({ faults: [{ fault: { kind } }] });
    expect((await ledger.openLots(SERVER)).revision).toBe(1);
  });

  it('says how a lot has ended that is asked for too late', async () => {
    const { services, turnTo } = await withCalls();
    turnTo(Date.UTC(2027, 0, 21));
    await expect(services.closeLot(SERVER, STEWARD, { id: 'H1' })).rejects.toEqual(
      new UnknownLot('H1', 'expired'),
    );
    await expect(services.closeLot(SERVER, STEWARD, { id: 'H7' })).rejects.toEqual(new UnknownLot('H7'));
  });
});

describe('readHoldings', () => {
  async function hold(settings = someSettings()) {
    const desk = await openBookDesk();
    await desk.services.addHedge(SERVER, STEWARD, CALLS);
    await desk.services.addHedge(SERVER, STEWARD, LATER);
    await desk.services.addHedge(SERVER, STEWARD, LATER);
    await desk.services.removeLot(SERVER, STEWARD, { id: 'H3' });
    const deps = { calendar: CALENDAR, ledger: desk.ledger, clock: settlementClock(CALENDAR) };
    return (owner: typeof SERVER, now: number) => readHoldings(deps, owner, { settings, now }, signal);
  }

  it('holds what is open, and every lot that was ever held but for mistakes', async () => {
    const { positions, lots, today, asOf } = await (await hold())(SERVER, SETTLEMENT);
    expect(positions.hedges.map(({ id }) => id)).toEqual(['H2']);
    expect(lots.map(({ lot }) => lot.id)).toEqual(['H2', 'H1']);
    expect([today, asOf]).toEqual(['2026-12-16', SETTLEMENT]);
  });

  it('takes what a server says it holds only once it has said both counts', async () => {
    const counts = { 'book.condors': 10, 'book.hedge': [4, 4, 2] } as const;
    expect((await (await hold(someSettings(counts)))(SERVER, NOON)).counted).toEqual({
      condors: 10,
      hedge: [4, 4, 2],
    });
    const half = someSettings({ 'book.condors': 10 });
    expect(await (await hold(half))(SERVER, NOON)).not.toHaveProperty('counted');
  });

  it('takes it for nobody’s own book', async () => {
    const counts = { 'book.condors': 10, 'book.hedge': [4, 4, 2] } as const;
    const own = await (await hold(someSettings(counts)))(OWN, NOON);
    expect(own).not.toHaveProperty('counted');
    expect(own.positions).toEqual({ condors: [], hedges: [] });
  });

  it('knows no price where no source gives one', async () => {
    const { sources } = await (await hold())(SERVER, NOON);
    expect(sources.marks.spx).toEqual({ known: false, reason: 'not-supplied' });
    expect(sources.marks.vix).toEqual({ known: false, reason: 'not-supplied' });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { IncompleteTrial } from '#domain/hedge/hedge-problem.ts';
import { InvalidLots, UnknownLot } from '#domain/book/book-problem.ts';
import { orderNumber } from '#domain/hedge/order-id.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { NOON } from '#test/support/book/lots.ts';
import { openHedgeDesk, SERVER, STEWARD } from '#test/support/book/hedge-desk.ts';

const OWN = { ...SERVER, member: '1290000000000000021' };
const signal = new AbortController().signal;

describe('showExposure', () => {
  it('measures the book and tells the programme, without any market data', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { account, programme, isIllustration, picture, watermark } = await exposure.showExposure(
      SERVER,
      signal,
    );
    expect(account.mode).toBe('vega');
    expect(account.ratio.known && account.ratio.value).toBeCloseTo(0.6, 1);
    expect(programme).toEqual({ programme: { ratio: 0.6, upUsed: 0 }, base: 0.6, hardCap: 0.95 });
    expect([isIllustration, watermark]).toEqual([true, 'RECORDED']);
    expect(picture?.altText).toContain('Hedge exposure by expiration');
  });

  it('knows nothing of the server’s lots in a member’s own book', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { account, owner, picture } = await exposure.showExposure(OWN, signal);
    expect(owner).toEqual(OWN);
    expect([account.vega, account.unit, picture]).toEqual([undefined, undefined, undefined]);
  });

  it('counts contracts where a server says only how many it holds', async () => {
    const counted = { 'book.condors': 10, 'book.hedge': [4, 4, 2] } as const;
    const { exposure } = await openHedgeDesk(false, counted);
    const { account } = await exposure.showExposure(SERVER, signal);
    expect([account.mode, account.unitReason]).toEqual(['unit', 'no-lots']);
    expect(account.ratio).toMatchObject({ known: true, value: 0.6 });
  });

  it('tells the words where the picture could not be drawn', async () => {
    const desk = await openHedgeDesk(true);
    const draw = vi.spyOn(dotRenderer, 'drawBook').mockRejectedValue(new Error('no ink'));
    const { account, picture } = await desk.exposure.showExposure(SERVER, signal);
    draw.mockRestore();
    expect([account.mode, picture]).toEqual(['vega', undefined]);
  });
});

describe('whatIf', () => {
  const STILL = { volPoints: 0, spotPercent: 0, days: 0 };

  it('shows a lot taken out and stores nothing', async () => {
    const { exposure, ledger } = await openHedgeDesk(true);
    const change = { kind: 'remove', id: 'H1' } as const;
    const { before, after } = await exposure.whatIf(SERVER, { change, shift: STILL }, signal);
    expect(before.vega?.hedge.rows).toHaveLength(3);
    expect(after.vega?.hedge.rows).toHaveLength(2);
    expect((await ledger.openLots(SERVER)).open).toHaveLength(4);
  });

  it('adds what somebody types, and refuses what cannot be held', async () => {
    const { exposure } = await openHedgeDesk(true);
    const draft = { instrument: 'VIX', quantity: 10, expiry: '2027-01-20', strike: 25 } as const;
    const added = { change: { kind: 'add-hedge', draft }, shift: STILL } as const;
    const { after } = await exposure.whatIf(SERVER, added, signal);
    expect(after.vega?.hedge.rows.map(({ expiry }) => expiry)).toContain('2027-01-20');
    const friday = {
      change: { kind: 'add-hedge', draft: { ...draft, expiry: '2027-01-22' } },
      shift: STILL,
    } as const;
    await expect(exposure.whatIf(SERVER, friday, signal)).rejects.toThrow(InvalidLots);
  });

  it('rolls a lot to a day on which its kind expires, and to no other', async () => {
    const { exposure } = await openHedgeDesk(true);
    const roll = (expiry: string) => ({ change: { kind: 'roll', id: 'H1', expiry }, shift: STILL }) as const;
    const { after } = await exposure.whatIf(SERVER, roll('2027-02-17'), signal);
    expect(after.vega?.hedge.rows.map(({ expiry }) => expiry)).toContain('2027-02-17');
    await expect(exposure.whatIf(SERVER, roll('2027-02-19'), signal)).rejects.toThrow(InvalidLots);
    const unknown = { change: { kind: 'roll', id: 'H9', expiry: '2027-02-17' }, shift: STILL } as const;
    await expect(exposure.whatIf(SERVER, unknown, signal)).rejects.toThrow(UnknownLot);
  });

  it('refuses to try nothing', async () => {
    const { exposure } = await openHedgeDesk(true);
    await expect(exposure.whatIf(SERVER, { shift: STILL }, signal)).rejects.toEqual(
      new IncompleteTrial('anything'),
    );
  });
});

describe('planHedge', () => {
  it('plans for the ratio that was asked for, else for what a confirmed signal would ask', async () => {
    const { exposure } = await openHedgeDesk(true);
    const asked = await exposure.planHedge(SERVER, 0.7, signal);
    expect([asked.origin, asked.step]).toEqual(['asked', { from: 0.6, to: 0.7 }]);
    const usual = await exposure.planHedge(SERVER, undefined, signal);
    expect([usual.origin, usual.step]).toEqual(['confirmed', { from: 0.6, to: 0.85 }]);
  });

  it('refuses what is above the hard cap, and names the cap', async () => {
    const { exposure } = await openHedgeDesk(true);
    await expect(exposure.planHedge(SERVER, 1.9, signal)).rejects.toMatchObject({
      why: 'above-hard-cap',
      ratio: 1.9,
      bound: 0.95,
    });
    expect((await exposure.planHedge(SERVER, 0.95, signal)).step.to).toBe(0.95);
  });

  it('plans by the function that opens orders: what set-ratio opens is what was planned', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { opening } = await exposure.planHedge(SERVER, 0.7, signal);
    const set = await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.7, why: 'desk call' });
    expect(opening).toEqual(set.opening);
    expect(opening).toMatchObject({
      kind: 'opens',
      order: { reason: 'step', from: 0.6, to: 0.7, plans: [{ style: 'delta' }, {}, {}] },
    });
  });

  it('shows the order that is open, with what is left of it, unless another multiplier is asked for', async () => {
    const { exposure } = await openHedgeDesk(true);
    await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.7, why: 'desk call' });
    const open = await exposure.planHedge(SERVER, undefined, signal);
    expect([open.origin, orderNumber(open.order?.id ?? ''), open.step]).toEqual([
      'open-order',
      'O1',
      { from: 0.6, to: 0.7 },
    ]);
    const [ticket] = open.order?.plans[0]?.tickets ?? [];
    const day = ticket ? ticket.expiry.replace(/(\d{4})-(\d\d)-(\d\d)/, '$2/$3/$1') : '';
    await exposure.recordFill({
      ...SERVER,
      by: STEWARD,
      interaction: 'i1',
      text: `BTO 1 VIX ${day} ${ticket?.strike}C @1.00`,
      isConfirmed: true,
    });
    const left = await exposure.planHedge(SERVER, undefined, signal);
    expect(left.filled).toBeGreaterThan(0.6);
    const countOf = ({ order }: typeof left) =>
      (order?.plans[0]?.tickets ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
    expect(countOf(left)).toBe(countOf(open) - 1);
    expect((await exposure.planHedge(SERVER, 0.75, signal)).origin).toBe('asked');
    const own = await exposure.planHedge(OWN, undefined, signal);
    expect([own.order, own.origin, own.step]).toEqual([undefined, 'owed', { from: 0.6, to: 0.7 }]);
  });

  it('has a price by the model and none at mid or ask where nobody quotes', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { opening, effects } = await exposure.planHedge(SERVER, 0.7, signal);
    const tickets = opening.kind === 'opens' ? opening.order.plans.flatMap((plan) => plan.tickets) : [];
    expect(tickets.length).toBeGreaterThan(0);
    expect(tickets.map(({ touch, mid }) => touch ?? mid)).toEqual(tickets.map(() => undefined));
    expect(tickets.every(({ theoretical = 0 }) => theoretical > 0)).toBe(true);
    expect(effects.map((effect) => Object.keys(effect))).toEqual([['theta'], ['theta'], ['theta']]);
  });

  it('gives a member with condors and no hedge the base size first, and the step after it', async () => {
    const { exposure, services } = await openHedgeDesk(true);
    await services.addCondor(OWN, STEWARD, {
      strikes: '5600/5700/6250/6350',
      expiry: '2027-01-15',
      quantity: 10,
    });
    const { opening, base, filled } = await exposure.planHedge(OWN, 0.7, signal);
    expect([base, filled]).toEqual([[4, 4, 2], undefined]);
    expect(opening).toMatchObject({ kind: 'opens', order: { reason: 'base', from: 0.6, next: { to: 0.7 } } });
  });

  it('fills in percent where no lots are kept, beside the contracts that this is', async () => {
    const { exposure } = await openHedgeDesk(false, { 'book.condors': 10, 'book.hedge': [4, 4, 2] });
    const { opening, unit } = await exposure.planHedge(SERVER, 0.7, signal);
    expect(opening).toMatchObject({ kind: 'opens', order: { plans: [], from: 0.6, to: 0.7 } });
    expect(unit).toMatchObject({ whole: [1, 1, 0] });
    const own = await exposure.planHedge(OWN, 0.7, signal);
    expect([own.opening, own.unit]).toEqual([{ kind: 'none', reason: 'no-book' }, undefined]);
  });
});

describe('hedgeStrikes', () => {
  it('lists strikes at 1.5 and 2 SD in both ways for every layer', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { layers } = await exposure.hedgeStrikes(SERVER, signal);
    expect(layers.map((layer) => layer.kind === 'strikes' && layer.strikes.length)).toEqual([4, 4, 4]);
  });
});

describe('timeShift and condors', () => {
  it('look for rolls of a condor, and know no other lot', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { shift } = await exposure.timeShift(SERVER, 'C1', signal);
    expect(shift.outcome.kind).toBe('candidates');
    await expect(exposure.timeShift(SERVER, 'H1', signal)).rejects.toThrow(UnknownLot);
    await expect(exposure.timeShift(OWN, 'C1', signal)).rejects.toThrow(UnknownLot);
  });

  it('tell every condor, by standard deviations without a daily range', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { condors, drag } = await exposure.condors(SERVER, signal);
    expect(condors).toMatchObject([
      { lotId: 'C1', buffer: { known: true, value: { side: 'low', basis: 'deviations', threshold: 0.5 } } },
    ]);
    expect(drag).toBeUndefined();
  });
});

describe('compareMeanings', () => {
  it('plans one step in both meanings', async () => {
    const { exposure } = await openHedgeDesk(true);
    const { present, planned, step } = await exposure.compareMeanings(SERVER.server, signal);
    expect([present, step]).toEqual(['multiplier', { from: 0.6, to: 0.85 }]);
    expect(planned.multiplier.opening).toMatchObject({
      order: { meaning: 'multiplier', from: 0.6, to: 0.85 },
    });
    expect(planned.absolute.opening).toMatchObject({ order: { meaning: 'absolute', to: 0.85 } });
  });
});

describe('measureBook', () => {
  it('values what somebody proposes on the server’s marks', async () => {
    const { measureBook, ledger } = await openHedgeDesk(true);
    const { open } = await ledger.openLots(SERVER);
    const condors = open.flatMap(({ lot }) => (lot.kind === 'condor' ? [lot] : []));
    const hedges = open.flatMap(({ lot }) => (lot.kind === 'hedge' ? [lot] : []));
    const whole = await measureBook(SERVER.server, { condors, hedges }, NOON);
    expect(whole.ratio).toBeCloseTo(0.6, 1);
    const less = await measureBook(SERVER.server, { condors, hedges: hedges.slice(1) }, NOON);
    expect(less.hedgeDollars).toBeLessThan(whole.hedgeDollars ?? 0);
    expect(await measureBook(SERVER.server, { condors: [], hedges: [] }, NOON)).toEqual({});
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hedge } from '#domain/book/lot.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderTicket, StepOrder } from '#domain/hedge/step-order.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import { bookFill } from '#engine/plan/book-fill.ts';
import { checkFill } from '#engine/plan/check-fill.ts';
import { type OpeningCase, openOrder } from '#engine/plan/open-order.ts';
import { filledOf } from '#engine/plan/order-report.ts';
import { afterwards, openAfter, settleOrder } from '#engine/plan/settle-order.ts';
import { unitOfTicket } from '#engine/plan/unit-of-ticket.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { priceSources, type PriceSources } from '#engine/valuation/price-book.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import {
  PLACE,
  vixCalls,
  WORKED_CLOCK,
  WORKED_CONDOR,
  WORKED_MARKS,
} from '#test/support/book/worked-book.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const BASE = 0.6;
const settings = someSettings({ 'ratio.base': BASE });
const TERMS = {
  now: Date.UTC(2026, 0, 9, 20),
  today: '2026-01-09',
  calendar: CALENDAR,
  layers: settings['layers.days'],
} as const;
const MONTHS = [
  { layer: 'short', expiry: '2026-02-18', days: 44, forward: 18.5, volatility: 1.25, strike: 19 },
  { layer: 'medium', expiry: '2026-04-15', days: 100, forward: 20.2, volatility: 0.95, strike: 21 },
  { layer: 'long', expiry: '2026-08-19', days: 226, forward: 20.8, volatility: 0.75, strike: 22 },
] as const;

type Market = { readonly points: number; readonly scale: number };

/** Marks with every future moved by so many points and every volatility scaled. */
function marksOf({ points, scale }: Market): PriceSources {
  const months = MONTHS.map((month) => ({
    ...month,
    forward: month.forward + points,
    volatility: month.volatility * scale,
  }));
  const quotes = months.flatMap(({ expiry, days, forward, volatility }) =>
    Array.from({ length: 51 }, (_, place) => {
      const strike = 10 + place;
      const { price } = black76({
        right: 'call',
        forward,
        strike,
        years: days / 365,
        rate: 0.04,
        volatility,
      });
      const contract = { root: 'VIX', expiry, settlement: 'AM', right: 'call', strike } as const;
      return { ...contract, volatility, bid: price * 0.95, ask: price * 1.05 };
    }),
  );
  const futures = months.map(({ expiry, forward }) => ({ ...PLACE, expiry, price: forward }));
  const chains = { ...WORKED_MARKS.chains, vix: { ...PLACE, root: 'VIX', quotes } } as const;
  return priceSources({ ...WORKED_MARKS, futures, chains }, WORKED_CLOCK);
}

function recordOf(quantities: readonly number[]): OrderRecord {
  const hedges = MONTHS.map(({ layer, expiry, strike }, place) => ({
    ...vixCalls(layer, [expiry, strike, quantities[place] ?? 0]),
    id: `H${place + 1}`,
  }));
  const open = [WORKED_CONDOR, ...hedges].map((lot) => ({ lot, revision: 1 }));
  const book = { revision: 1, open, ended: [], pending: [], proposalsMade: 0 };
  return { server: '1', book, orders: [], loose: 0 };
}

const hedgesOf = ({ book }: OrderRecord): readonly Hedge[] =>
  book.open.flatMap(({ lot }) => (lot.kind === 'hedge' ? [lot] : []));
const filled = (record: OrderRecord): number => filledOf(record, settings) ?? Number.NaN;

type Step = Pick<OpeningCase, 'asked' | 'direction' | 'style'> & { readonly market: Market };

/** The record with the order that a step opens in it, or as it was where nothing opens. */
function stepped(record: OrderRecord, { market, ...step }: Step): OrderRecord {
  const opening = openOrder({
    ...step,
    sources: marksOf(market),
    geometry: volGeometry(),
    positions: { condors: [WORKED_CONDOR], hedges: hedgesOf(record) },
    filled: filled(record),
    base: BASE,
    session: '2026-01-05',
    window: { session: '2026-01-06', from: 1, until: 2, after: 'opening' },
    validUntil: 3,
    meaning: 'multiplier',
    settings,
  });
  if (opening.kind === 'none') {
    return record;
  }
  const openedAt = Date.UTC(2026, 0, 5, 21, 15);
  const order = { ...opening.order, id: `O${record.orders.length + 1}`, openedAt, fills: [] };
  return { ...record, orders: [order, ...record.orders] };
}

/** A fill of its own, at whatever the market paid by then. */
function traded(record: OrderRecord, { id }: StepOrder, ticket: OrderTicket, price: number): OrderRecord {
  const order = record.orders.find((one) => one.id === id);
  if (!order) {
    throw new Error(`no order ${id}`);
  }
  const { side, quantity, right, strike, expiry } = ticket;
  const tradedOn = '2026-01-09';
  const check = checkFill({
    order,
    tickets: [{ instrument: 'VIX', side, quantity, right, strike, expiry, price }],
    tradedOn,
    openedOn: '2026-01-05',
    today: TERMS.today,
    now: TERMS.now,
    unitOf: (one) => unitOfTicket(order, one),
  });
  const tickets = check.kind === 'counted' ? check.tickets : [];
  const fill = bookFill({ order, tickets, tradedOn, book: record.book, terms: TERMS });
  const booked = fill.kind === 'booked' ? fill.tickets : [];
  const changes = booked.flatMap((one) => one.changes);
  const applied = applyChanges(record.book, { changes, by: '7', at: TERMS.now });
  if (changes.length === 0 || applied.kind !== 'applied') {
    throw new Error(`not taken: ${JSON.stringify([check, fill, applied])}`);
  }
  const { lots } = applied;
  const fills = booked.map(({ ticket: one, each }) => ({
    id: `i${order.fills.length}`,
    ticket: one,
    tradedOn,
    each,
    by: '7',
    at: TERMS.now,
  }));
  const orders = settleOrder({ record, order, fills, lots, loose: 0, rules: settings, at: TERMS.now });
  const ended = [...record.book.ended, ...lots.filter(({ end }) => end)];
  const after = afterwards(record, orders, openAfter(record, lots));
  return { ...after, book: { ...after.book, ended, revision: record.book.revision + 1 } };
}

/** Tickets in a random sequence of random parts; the same contracts whatever the picks. */
function parts(tickets: readonly OrderTicket[], picks: readonly number[]): readonly OrderTicket[] {
  const left = tickets.map((ticket) => ({ ticket, count: ticket.quantity }));
  const dealt: OrderTicket[] = [];
  for (let turn = 0; left.some(({ count }) => count > 0); turn += 2) {
    const open = left.filter(({ count }) => count > 0);
    const pick = (place: number): number => picks[place % picks.length] ?? 0;
    const one = open[pick(turn) % open.length];
    if (one) {
      const quantity = 1 + (pick(turn + 1) % one.count);
      one.count -= quantity;
      dealt.push({ ...one.ticket, quantity });
    }
  }
  return dealt;
}

/** Trades these parts of an order, each at a price of its own. */
function follow(record: OrderRecord, order: StepOrder, tickets: readonly OrderTicket[]): OrderRecord {
  return tickets.reduce((before, ticket, place) => traded(before, order, ticket, 1 + place / 10), record);
}

const ticketsOf = (order: StepOrder | undefined): readonly OrderTicket[] => order?.plans[0]?.tickets ?? [];

const sidesOf = (order: StepOrder): readonly string[] => ticketsOf(order).map(({ side }) => side);
/** The order that a step has opened, if any. */
const opened = (before: OrderRecord, after: OrderRecord): readonly StepOrder[] =>
  after.orders.slice(0, after.orders.length - before.orders.length);

const market: fc.Arbitrary<Market> = fc.record({
  points: fc.integer({ min: -4, max: 12 }),
  scale: fc.integer({ min: 70, max: 150 }).map((percent) => percent / 100),
});
const quantities = fc.array(fc.integer({ min: 2, max: 30 }), { minLength: 3, maxLength: 3 });
const picks = fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 12 });
const style = fc.constantFrom('delta', 'deviations', 'held');
const asked = fc.integer({ min: 66, max: 95 }).map((hundredths) => hundredths / 100);
const runs = { numRuns: propertyRuns(40) };

describe('fills of one order', () => {
  it('give the multiplier of the marks at its opening, however they are split and in whatever sequence', () => {
    fc.assert(
      fc.property(
        quantities,
        market,
        fc.record({ style, asked }),
        fc.tuple(picks, picks),
        (held, at, wish, [some, others]) => {
          const record = stepped(recordOf(held), { ...wish, direction: 'up', market: at });
          const [order] = record.orders;
          fc.pre(order !== undefined && order.scale.kind === 'exposure');
          const total = order.scale.total;
          const tickets = ticketsOf(order);
          const expected = tickets.reduce(
            (sum, { quantity, unit = Number.NaN }) => sum + (quantity * BASE * unit) / total,
            BASE,
          );
          const first = follow(record, order, parts(tickets, some));
          const second = follow(record, order, parts(tickets, others));
          expect(filled(first)).toBeCloseTo(expected, 8);
          expect(filled(second)).toBeCloseTo(filled(first), 9);
        },
      ),
      runs,
    );
  });

  it('leave the contracts of before once base is asked again, and never trade against their direction', () => {
    fc.assert(
      fc.property(
        quantities,
        fc.tuple(market, market, market),
        fc.record({ style, asked }),
        fc.tuple(picks, picks, picks, fc.nat({ max: 20 })),
        (held, [opening, later, last], wish, [some, others, sales, count]) => {
          const before = recordOf(held);
          const first = stepped(before, { ...wish, direction: 'up', market: opening });
          const [up] = first.orders;
          fc.pre(up !== undefined);
          // Only a part of it is traded before a newer step takes its place, from what is filled by then.
          const partly = follow(first, up, parts(ticketsOf(up), some).slice(0, count));
          const second = stepped(partly, { ...wish, asked: 0.95, direction: 'up', market: later });
          const [newer] = opened(partly, second);
          expect(newer?.from ?? filled(partly)).toBe(filled(partly));
          const raised = newer ? follow(second, newer, parts(ticketsOf(newer), others)) : partly;
          const back = stepped(raised, { ...wish, asked: BASE, direction: 'down', market: last });
          const [down] = opened(raised, back);
          const after = down ? follow(back, down, parts(ticketsOf(down), sales)) : raised;
          expect(new Set([up, ...opened(partly, second)].flatMap(sidesOf))).toEqual(new Set(['buy']));
          expect(opened(raised, back).flatMap(sidesOf)).not.toContain('buy');
          expect(hedgesOf(after)).toEqual(hedgesOf(before));
          expect(filled(after)).toBe(BASE);
        },
      ),
      runs,
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { OrderTicket } from '#domain/hedge/step-order.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { type EffectCase, orderEffect } from '#engine/plan/order-effect.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import {
  listedVixCalls,
  WORKED_CONDOR,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const sources = workedSources(listedVixCalls());
const settings = someSettings();
const geometry = volGeometry();

const effectCase = (more: Partial<EffectCase> = {}): EffectCase => ({
  positions: WORKED_POSITIONS,
  sources,
  geometry,
  settings,
  ...more,
});

const TICKET: OrderTicket = {
  side: 'buy',
  quantity: 3,
  layer: 'short',
  right: 'call',
  strike: 25,
  expiry: '2026-02-04',
  each: 0.01,
  touch: 110,
  mid: 105,
  theoretical: 100,
};

const coverNow = (positions: EffectCase['positions']) =>
  bookExposure({ positions, sources, settings, geometry }).cover?.[0];

describe('orderEffect', () => {
  it('costs what is asked for it, and at the middle', () => {
    expect(orderEffect(effectCase(), [TICKET])).toMatchObject({
      touch: { dollars: 330, modelled: 0 },
      mid: { dollars: 315, modelled: 0 },
    });
  });

  it('takes the model for the contracts alone that nobody quotes, and says how many', () => {
    const { touch: _touch, mid: _mid, ...unquoted } = { ...TICKET, quantity: 2 };
    expect(orderEffect(effectCase(), [TICKET, unquoted])).toMatchObject({
      touch: { dollars: 530, modelled: 2 },
      mid: { dollars: 515, modelled: 2 },
    });
  });

  it('has no cost where a contract has neither a quote nor a value, and never 0', () => {
    const { touch: _touch, mid: _mid, theoretical: _model, ...unvalued } = TICKET;
    const effect = orderEffect(effectCase(), [TICKET, unvalued]);
    expect([effect.touch, effect.mid, effect.creditShare]).toEqual([undefined, undefined, undefined]);
  });

  it('measures the cost against the credit of every condor, and not where one does not say it', () => {
    const sold = { ...WORKED_CONDOR, quantity: 10, credit: 7.5 };
    const share = (condors: EffectCase['positions']['condors']) =>
      orderEffect(effectCase({ positions: { ...WORKED_POSITIONS, condors } }), [TICKET]).creditShare;
    expect(share([sold])).toBeCloseTo(330 / 7_500, 12);
    expect(share([sold, WORKED_CONDOR])).toBeUndefined();
  });

  it('covers once traded what the book with these contracts covers', () => {
    const { condors, hedges } = WORKED_POSITIONS;
    const [short, ...others] = hedges;
    const more = short ? [{ ...short, quantity: short.quantity + 3 }, ...others] : [];
    const { cover } = orderEffect(effectCase(), [TICKET]);
    expect(cover?.before).toEqual(coverNow(WORKED_POSITIONS));
    const after = coverNow({ condors, hedges: more });
    expect(after?.kind).toBe('cover');
    expect(
      cover?.after.kind === 'cover' && after?.kind === 'cover' && cover.after.cover - after.cover,
    ).toBeCloseTo(0, 12);
  });

  it('gives back cover and decay, and brings money, where contracts are sold', () => {
    const bought = orderEffect(effectCase(), [TICKET]);
    const sold = orderEffect(effectCase(), [{ ...TICKET, side: 'sell', lotId: 'H-short' }]);
    expect(sold.touch).toEqual({ dollars: -330, modelled: 0 });
    expect(bought.theta).toBeLessThan(0);
    expect((sold.theta ?? 0) + (bought.theta ?? 0)).toBeCloseTo(0, 12);
    const { before, after } = sold.cover ?? {};
    expect(before?.kind === 'cover' && after?.kind === 'cover' && after.cover < before.cover).toBe(true);
  });
});

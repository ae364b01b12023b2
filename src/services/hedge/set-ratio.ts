import type { Memory, Programme } from '#domain/signal/decision.ts';
import { InvalidRatio } from '#domain/hedge/hedge-problem.ts';
import { orderId } from '#domain/hedge/order-id.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderOpening, StepOrder } from '#domain/hedge/step-order.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { upStepsUsed } from '#engine/decision/adopt-step.ts';
import { cancelOpen } from '#engine/plan/end-orders.ts';
import { filledOf } from '#engine/plan/order-report.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { HoldingsServices } from '#services/book/index.ts';

export type RatioSet = {
  readonly override: RatioOverride;
  /** The order that opened for it; absent where the book has followed already, as the steward says. */
  readonly opening?: OrderOpening;
  readonly base: number;
  readonly watermark?: string;
};

type RatioDeps = Pick<HoldingsServices, 'draftOrder'> & {
  readonly ledger: Pick<OrderLedger, 'changeOrders'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

/** Decimals of a ratio that somebody sets: more say nothing. */
const DECIMALS = 4;

/** No ratio is set below this. */
const LEAST = 0.01;

/** Milliseconds for which prices of the book are waited for. */
const TIMEOUT = 5_000;

/** What a steward wants the multiplier to be. */
export type RatioWish = {
  readonly ratio: number;
  readonly why: string;
  /** The book has followed already: a share by hand instead of an order. */
  readonly isFilled?: boolean;
  /** Discord interaction id: what comes twice counts once. */
  readonly interaction?: string;
};

/**
 * Sets a server's multiplier past its rules, and stores who, when and why. What leads there opens as an order in the
 * same write, or counts as filled where the steward says so.
 *
 * @throws InvalidRatio
 */
export async function setRatio(
  deps: RatioDeps,
  server: string,
  by: string,
  wish: RatioWish,
): Promise<RatioSet> {
  const { settings } = await deps.settings.read(server);
  const to = Number(wish.ratio.toFixed(DECIMALS));
  const why = wish.why.trim();
  refuseImpossible(to, why, settings);
  const at = deps.marketClock.now();
  const opening = wish.isFilled ? undefined : await openingFor(deps, server, { settings, to, at });
  const override = await deps.ledger.changeOrders(server, wish.interaction, (record, isRepeated) => {
    const earlier = record.memory?.programme.byHand;
    if (isRepeated && earlier) {
      return { result: earlier };
    }
    const memory: Memory = record.memory ?? initialMemory(settings);
    const { ratio: from } = memory.programme;
    if (roundOff(to - from) === 0) {
      throw new InvalidRatio('same', to, from);
    }
    const made: RatioOverride = { from, to, by, at, why };
    const programme = overridden(memory, made, settings);
    const filled = filledOf(record, settings);
    return {
      write: {
        memory: { ...memory, programme },
        override: made,
        orders: ordersFor(record, opening, at),
        ...(wish.isFilled && filled !== undefined && { loose: roundOff(record.loose + to - filled) }),
      },
      result: made,
    };
  });
  return {
    override,
    base: settings['ratio.base'],
    ...(opening && { opening }),
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
}

function openingFor(
  { draftOrder }: RatioDeps,
  server: string,
  { settings, to, at: now }: { readonly settings: Settings; readonly to: number; readonly at: number },
): Promise<OrderOpening> {
  const step = { asked: to, direction: 'either', now } as const;
  return draftOrder(server, { settings, step }, AbortSignal.timeout(TIMEOUT));
}

/** The open order ends; the one that leads to the new multiplier takes its place. */
function ordersFor(
  { server, orders }: Pick<OrderRecord, 'server' | 'orders'>,
  opening: OrderOpening | undefined,
  at: number,
): readonly StepOrder[] {
  const ended = cancelOpen(orders, { at, why: 'multiplier-changed' });
  return opening?.kind === 'opens'
    ? [...ended, { ...opening.order, id: orderId(server, orders.length + 1), openedAt: at, fills: [] }]
    : ended;
}

function refuseImpossible(to: number, why: string, settings: Settings): void {
  if (why === '') {
    throw new InvalidRatio('no-reason', to, to);
  }
  // A step scales what is held by the new ratio over the old one: from nothing, it would have no size.
  if (to < LEAST) {
    throw new InvalidRatio('not-positive', to, LEAST);
  }
  if (roundOff(to - settings['ratio.hardCap']) > 0) {
    throw new InvalidRatio('above-hard-cap', to, settings['ratio.hardCap']);
  }
}

/**
 * Counts as no step: cooldowns go on as they were, and back at base an event may use all of its up-steps again, unless
 * one of them was skipped.
 */
function overridden(
  { programme, event }: Memory,
  override: RatioOverride,
  settings: Pick<Settings, 'ratio.base'>,
): Programme {
  const moved = { ...programme, ratio: override.to, byHand: override };
  return { ...moved, upUsed: upStepsUsed(moved, settings, event?.id) };
}

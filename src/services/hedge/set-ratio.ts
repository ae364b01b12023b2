import type { Memory, Programme } from '#domain/signal/decision.ts';
import { InvalidRatio } from '#domain/hedge/hedge-problem.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { isAboveBase } from '#engine/decision/adopt-step.ts';
import { cancelOpen } from '#engine/plan/end-orders.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

export type RatioSet = {
  readonly override: RatioOverride;
  readonly base: number;
  readonly watermark?: string;
};

type RatioDeps = {
  readonly ledger: Pick<OrderLedger, 'changeOrders'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

/** Decimals of a ratio that somebody sets: more say nothing. */
const DECIMALS = 4;

/** No ratio is set below this. */
const LEAST = 0.01;

/** Sets a server's programme ratio past its rules, and stores who, when and why. @throws InvalidRatio */
export async function setRatio(
  { ledger, settings: store, marketClock, watermark }: RatioDeps,
  server: string,
  by: string,
  wish: { readonly ratio: number; readonly why: string },
): Promise<RatioSet> {
  const { settings } = await store.read(server);
  const to = Number(wish.ratio.toFixed(DECIMALS));
  const why = wish.why.trim();
  refuseImpossible(to, why, settings);
  const at = marketClock.now();
  const override = await ledger.changeOrders(server, undefined, ({ memory: remembered, orders }) => {
    const memory: Memory = remembered ?? initialMemory(settings);
    const { ratio: from } = memory.programme;
    if (roundOff(to - from) === 0) {
      throw new InvalidRatio('same', to, from);
    }
    const made: RatioOverride = { from, to, by, at, why };
    const programme = overridden(memory.programme, made, settings);
    const ended = cancelOpen(orders, { at, why: 'multiplier-changed' });
    return { write: { memory: { ...memory, programme }, override: made, orders: ended }, result: made };
  });
  return { override, base: settings['ratio.base'], ...(watermark !== undefined && { watermark }) };
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

/** Counts as no step: cooldowns go on as they were, and back at base an event may use all of its up-steps again. */
function overridden(programme: Programme, override: RatioOverride, settings: Settings): Programme {
  const moved = { ...programme, ratio: override.to, byHand: override };
  return isAboveBase(moved, settings) ? moved : { ...moved, upUsed: 0 };
}

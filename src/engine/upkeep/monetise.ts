import type { Hedge } from '#domain/book/lot.ts';
import type { TicketInstrument } from '#domain/book/ticket.ts';
import type { MonetiseBlock, MonetiseReport, MonetiseTrigger, Tranche } from '#domain/hedge/monetise.ts';
import { mean, standardDeviation } from '#engine/statistics/summary.ts';
import type { BaseSize } from './base-size.ts';

/** Closes before today that the VIX is measured against. */
const CLOSES = 20;

/** Part of a lot that a tranche sells. */
const PARTS = 3;

/** A lot and what one of its contracts would fetch. */
export type PaidLot = {
  readonly lot: Hedge;
  /** Dollars of one contract at bid, and by the model; absent without a quote or a value. */
  readonly bid?: number;
  readonly theoretical?: number;
  /** Dollars that one contract cost; absent where nobody said. */
  readonly cost?: number;
};

/** When profits are worth a message. */
export type MonetiseRules = {
  /** `monetise.enabled` */
  readonly isEnabled: boolean;
  /** The second of `vix.gates`, VIX points. */
  readonly gate: number;
  /** `monetise.sd`: standard deviations above the last 20 closes. */
  readonly deviations: number;
  /** `monetise.multiple`: worth of a lot over its cost. */
  readonly multiple: number;
};

/** What is looked at. */
export type MonetiseCase = {
  /** Closes of the VIX, oldest first, today's last. */
  readonly closes: readonly number[];
  readonly lots: readonly PaidLot[];
  readonly baseSize: BaseSize;
  /** What keeps it from firing; absent where nothing does. */
  readonly block?: MonetiseBlock;
  readonly rules: MonetiseRules;
};

/**
 * Whether the hedge has paid: the VIX at its second gate and far above its last closes with the lots worth more than
 * they cost, or one lot worth many times its cost. A third of each lot is a tranche; a layer keeps its base size, of
 * which only the roll is proposed.
 *
 * @see docs/method.md#monetisation
 */
export function monetise(monetiseCase: MonetiseCase): Omit<MonetiseReport, 'cash' | 'cover' | 'giveBack'> {
  const { closes, block, rules } = monetiseCase;
  const market = standingOf(closes);
  const triggers = rules.isEnabled && !block ? triggersOf(monetiseCase, market) : [];
  return {
    triggers,
    tranches: triggers.length > 0 ? tranchesOf(monetiseCase) : [],
    ...market,
    ...(block && { block }),
  };
}

type MarketStanding = Pick<MonetiseReport, 'vix' | 'score' | 'mean'>;

/** Nothing with fewer than 20 closes before today's; no score where they are all the same. */
function standingOf(closes: readonly number[]): MarketStanding {
  const vix = closes.at(-1);
  const earlier = closes.slice(0, -1).slice(-CLOSES);
  const centre = earlier.length < CLOSES ? undefined : mean(earlier);
  if (vix === undefined || centre === undefined) {
    return {};
  }
  const deviation = standardDeviation(earlier);
  return { vix, mean: centre, ...(deviation && { score: (vix - centre) / deviation }) };
}

function triggersOf(
  { lots, rules }: MonetiseCase,
  { vix, score }: MarketStanding,
): readonly MonetiseTrigger[] {
  const isHigh = vix !== undefined && vix >= rules.gate && (score ?? 0) >= rules.deviations;
  return [
    ...(isHigh && score !== undefined && isAboveCost(lots) ? [{ kind: 'market', vix, score } as const] : []),
    ...lots.flatMap((paid): readonly MonetiseTrigger[] => {
      const worth = worthOf(paid);
      const multiple = paid.cost && worth !== undefined ? worth / paid.cost : 0;
      return multiple >= rules.multiple ? [{ kind: 'lot', lotId: paid.lot.id, multiple }] : [];
    }),
  ];
}

/** Lots of unknown cost or worth say nothing: with one of them the sum is not known to be above. */
function isAboveCost(lots: readonly PaidLot[]): boolean {
  const gains = lots.map((paid) => {
    const worth = worthOf(paid);
    return worth === undefined || paid.cost === undefined
      ? Number.NaN
      : (worth - paid.cost) * paid.lot.quantity;
  });
  return gains.reduce((sum, gain) => sum + gain, 0) > 0;
}

function worthOf({ bid, theoretical }: PaidLot): number | undefined {
  return bid ?? theoretical;
}

function tranchesOf({ lots, baseSize }: MonetiseCase): readonly Tranche[] {
  const spare = new Map(
    Object.entries(baseSize).map(([layer, base]) => [
      layer,
      lots.filter(({ lot }) => lot.layer === layer).reduce((sum, { lot }) => sum + lot.quantity, -base),
    ]),
  );
  return lots.map((paid) => {
    const { lot } = paid;
    const wanted = Math.max(1, Math.floor(lot.quantity / PARTS));
    const left = lot.layer ? (spare.get(lot.layer) ?? 0) : wanted;
    const sold = Math.min(wanted, Math.max(0, left));
    if (lot.layer) {
      spare.set(lot.layer, left - sold);
    }
    return trancheOf(paid, sold > 0 ? { act: 'sell', quantity: sold } : { act: 'roll', quantity: wanted });
  });
}

function trancheOf(paid: PaidLot, act: Pick<Tranche, 'act' | 'quantity'>): Tranche {
  const { lot, bid } = paid;
  const worth = worthOf(paid);
  return {
    lotId: lot.id,
    ...(lot.layer && { layer: lot.layer }),
    contract: contractOf(lot),
    ...act,
    ...(worth !== undefined && act.act === 'sell' && !isFuture(lot) && { cash: worth * act.quantity }),
    ...(bid === undefined && worth !== undefined && { isModel: true }),
  };
}

/** Its gains have been settled daily: selling it raises nothing. */
function isFuture({ instrument }: Hedge): boolean {
  return instrument === 'VX' || instrument === 'VXM';
}

function contractOf(lot: Hedge): TicketInstrument {
  switch (lot.instrument) {
    case 'VIX': {
      const { instrument, right, strike, expiry } = lot;
      return { instrument, right, strike, expiry };
    }
    case 'VX':
    case 'VXM':
      return { instrument: lot.instrument, expiry: lot.expiry };
    case 'VXX':
    case 'UVXY':
      return { instrument: lot.instrument };
  }
}

import type { Truth } from '#domain/signal/evidence.ts';
import type { Programme, UnwindReading } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { judgeMacd } from '#engine/evidence/judge-macd.ts';
import { judgeRsi } from '#engine/evidence/judge-rsi.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';
import { allTrue, anyTrue, notTrue, truthOf } from '#engine/evidence/truth.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { isAboveBase } from './adopt-step.ts';

/** RSI of the Russell above which it has recovered. */
const RECOVERED_RSI = 45;

/** Closes in a row without dual confirmation. */
const QUIET_CLOSES = 3;

/** Sessions after the last up-step from which the ratio comes down without momentum. */
const LONG_AGO = 20;

export type UnwindCondition = { readonly holds: Truth; readonly branch?: 'recovered' | 'expired' };

export type UnwindCase = {
  readonly market: MarketMeasures;
  readonly settings: Settings;
  readonly programme: Programme;
  /** Whether the event's window is still open. */
  readonly isOpen: boolean;
  readonly session: Session;
};

/**
 * Whether a raised ratio has lost its reason at this close: the Russell has recovered, or the window is over, the
 * last three closes knew no dual confirmation, and momentum is up again or the last up-step is long ago.
 */
export function judgeUnwind(unwindCase: UnwindCase): UnwindCondition {
  const { market, settings, programme } = unwindCase;
  if (!isAboveBase(programme, settings)) {
    return { holds: 'false' };
  }
  const last = market.sessions.length - 1;
  const { flaw } = market.rut;
  const strength = flaw ? undefined : market.strength('rut', settings['rsi.period'])[last];
  const momentum = flaw ? undefined : market.histogram('rut', settings['macd.periods'])[last];
  const isUp = exceeds(momentum, 0);
  const recovered = allTrue([exceeds(strength, RECOVERED_RSI), isUp]);
  if (recovered === 'true') {
    return { holds: 'true', branch: 'recovered' };
  }
  const expired = judgeExpiry(unwindCase, isUp);
  return expired === 'true' ? { holds: 'true', branch: 'expired' } : { holds: anyTrue([recovered, expired]) };
}

function judgeExpiry({ market, settings, programme, isOpen, session }: UnwindCase, isUp: Truth): Truth {
  if (isOpen) {
    return 'false';
  }
  const last = market.sessions.length - 1;
  const dual = Array.from({ length: QUIET_CLOSES }, (_, back) =>
    allTrue([judgeRsi(market, settings, last - back).truth, judgeMacd(market, settings, last - back).truth]),
  );
  const { lastUpStep } = programme;
  const longAgo = lastUpStep !== undefined && sessionsSince(market.sessions, lastUpStep, session) >= LONG_AGO;
  return allTrue([notTrue(anyTrue(dual)), anyTrue([isUp, truthOf(longAgo)])]);
}

function exceeds(value: number | undefined, bound: number): Truth {
  return value === undefined ? 'unknown' : truthOf(roundOff(value - bound) > 0);
}

/** Closes that are remembered of an unwind. */
const REMEMBERED = 10;

/** Closes in a row with the unwind condition, this one included; one that is not known neither counts nor resets. */
export function countUnwind(
  before: readonly Session[],
  { holds }: UnwindCondition,
  session: Session,
): readonly Session[] {
  if (holds === 'unknown' || before.includes(session)) {
    return before;
  }
  return holds === 'true' ? [...before, session].slice(-REMEMBERED) : [];
}

/**
 * How the unwind condition stands after counting.
 *
 * @param needed - closes in a row before the first down-step
 */
export function readUnwind(
  { holds, branch }: UnwindCondition,
  closes: readonly Session[],
  needed: number,
): UnwindReading {
  const isDue = holds === 'true' && closes.length >= needed;
  return {
    holds,
    ...(branch && { branch }),
    closes: closes.length,
    onCloses: isDue ? closes.slice(-needed) : [],
  };
}

import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { MINUTE } from '#domain/duration.ts';
import type { SourceFailure, SourceHealth, SourceState } from '#domain/health/source-state.ts';
import type { ClientPolicy } from './client-policy.ts';

/** Whether a request may go now. */
export type Permission =
  | { readonly kind: 'go'; readonly isProbe: boolean }
  /** Until then, epoch milliseconds (UTC). */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'no'; readonly reason: string };

type Rules = Pick<ClientPolicy, 'budget' | 'breaker' | 'timeout'>;

/** Spends one request, if the source does not rest and its budget allows it. */
export function spend(
  state: SourceState,
  rules: Rules,
  now: number,
): { readonly state: SourceState; readonly answer: Permission } {
  const { budget, breaker, timeout } = rules;
  if (state.restsUntil !== undefined && now < state.restsUntil) {
    return { state, answer: { kind: 'no', reason: `left alone until ${iso(state.restsUntil)}` } };
  }
  const day = spentToday(state, now);
  if (budget.perDay !== undefined && day.spent >= budget.perDay) {
    return { state, answer: { kind: 'no', reason: `today's ${budget.perDay} requests are used up` } };
  }
  const minute = spentThisMinute(state, now);
  if (budget.perMinute !== undefined && minute.spent >= budget.perMinute) {
    return { state, answer: { kind: 'wait', until: minute.startedAt + MINUTE } };
  }
  const isProbe = state.failuresInRow >= breaker.failures;
  const { restsUntil: _over, ...others } = state;
  return {
    state: {
      ...others,
      day: { ...day, spent: day.spent + 1 },
      minute: { ...minute, spent: minute.spent + 1 },
      // While one question tries a source that failed, all others leave it alone.
      ...(isProbe && { restsUntil: now + timeout }),
    },
    answer: { kind: 'go', isProbe },
  };
}

export function afterSuccess(state: SourceState, now: number): SourceState {
  const { restsUntil: _over, ...others } = state;
  return { ...others, lastSuccessAt: now, failuresInRow: 0 };
}

/** @param retryAfter - milliseconds for which the source wants to be left alone; 0 where it does not say */
export function afterFailure(
  state: SourceState,
  lastFailure: SourceFailure,
  retryAfter: number,
  { failures, rest }: ClientPolicy['breaker'],
): SourceState {
  const { restsUntil: _over, ...others } = state;
  const failuresInRow = state.failuresInRow + 1;
  const pause = Math.max(retryAfter, failuresInRow >= failures ? rest : 0);
  return {
    ...others,
    lastFailure,
    failuresInRow,
    ...(pause > 0 && { restsUntil: lastFailure.at + pause }),
  };
}

/** What a person may want to know of a source, from what is remembered of it. */
export function healthOf(state: SourceState, { budget }: Rules, now: number): SourceHealth {
  const { source, lastSuccessAt, lastFailure, failuresInRow, restsUntil = now } = state;
  const { perDay, perMinute } = budget;
  const leftToday = perDay === undefined ? undefined : Math.max(0, perDay - spentToday(state, now).spent);
  const minute = spentThisMinute(state, now);
  const isMinuteFull = perMinute !== undefined && minute.spent >= perMinute;
  return {
    source,
    state: stateOf({ isResting: restsUntil > now, isUsedUp: leftToday === 0, failuresInRow, lastSuccessAt }),
    ...(lastSuccessAt !== undefined && { lastSuccessAt }),
    ...(lastFailure && { lastFailure }),
    ...(leftToday !== undefined && { leftToday }),
    nextAt: Math.max(
      now,
      restsUntil,
      leftToday === 0 ? tomorrow(now) : now,
      isMinuteFull ? minute.startedAt + MINUTE : now,
    ),
  };
}

function stateOf(facts: {
  readonly isResting: boolean;
  readonly isUsedUp: boolean;
  readonly failuresInRow: number;
  readonly lastSuccessAt: number | undefined;
}): SourceHealth['state'] {
  if (facts.isResting) {
    return 'resting';
  }
  if (facts.isUsedUp) {
    return 'used-up';
  }
  if (facts.failuresInRow > 0) {
    return 'failing';
  }
  return facts.lastSuccessAt === undefined ? 'untried' : 'answering';
}

function spentToday({ day }: SourceState, now: number): SourceState['day'] {
  const today = newYorkDay(now);
  return day.day === today ? day : { day: today, spent: 0 };
}

function spentThisMinute({ minute }: SourceState, now: number): SourceState['minute'] {
  const age = now - minute.startedAt;
  return age >= 0 && age < MINUTE ? minute : { startedAt: now, spent: 0 };
}

function tomorrow(now: number): number {
  return newYorkInstant(shiftDay(newYorkDay(now), 1), '00:00');
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

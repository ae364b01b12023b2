import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { Evaluation, Snapshot } from '#domain/signal/snapshot.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { type MarketMeasures, measureMarket } from '#engine/evidence/measure-market.ts';
import { type DatedPrint, type Timeline, reachFor } from './history-timeline.ts';

/** What one set of settings made of one instant. */
export type Played = {
  readonly decision: Decision;
  readonly snapshot: Snapshot;
  readonly market: MarketMeasures;
};

/** Settings that are played, and who is told of each of their decisions. */
export type Player = { readonly settings: Settings; take(played: Played): void };

/** Days of the play, both included: releases whose day 0 is before or after are left out. */
export type Period = { readonly from: Session; readonly until: Session };

type Walker = Player & { memory: Memory };

/** How much of a long work is done. */
export type Progress = { readonly done: number; readonly all: number };

/**
 * Plays every release of a period through the engine, as the clock would have: the print at its instant, the two
 * checks of day 0 without quotes, and the official closes while a window is open or a ratio is above base.
 *
 * Each snapshot holds only what was known at its instant and is measured by itself, once for all players. A step
 * is adopted as soon as it is proposed, as if it were posted at once.
 *
 * @returns the sessions played, one after another, so that whoever asks may do something else between them
 */
export function* playHistory(
  timeline: Timeline,
  players: readonly Player[],
  period: Period,
): Generator<Progress, void> {
  const walkers = players.map((player): Walker => ({ ...player, memory: initialMemory(player.settings) }));
  const reach = reachFor(Math.max(...players.map(({ settings }) => settings['lag.betaWindow'])));
  const walk = { timeline, reach, measure: createMeasuring() };
  const zeros = Map.groupBy(timeline.releases, ({ dayZero }) => dayZero);
  const days = timeline.sessions.filter((session) => session >= period.from && session <= period.until);
  let age = Infinity;
  for (const [index, session] of days.entries()) {
    const today = zeros.get(session) ?? [];
    for (const evaluation of beforeTheClose(session, today)) {
      evaluateAll(walk, walkers, evaluation);
    }
    age = today.length > 0 ? 0 : age + 1;
    const concerned = walkers.filter((walker) => isConcerned(walker, age));
    evaluateAll(walk, concerned, { kind: 'official', session });
    yield { done: index + 1, all: days.length };
  }
}

/** The evaluations of a release day up to its close, in their order. */
function beforeTheClose(session: Session, today: readonly DatedPrint[]): readonly Evaluation[] {
  if (today.length === 0) {
    return [];
  }
  const prints = today.map(({ print }) => ({ kind: 'print', session, releaseId: print.releaseId }) as const);
  const checks = (['09:45', '10:30'] as const).map((time) => ({ kind: 'check', session, time }) as const);
  return [...prints, ...checks];
}

function isConcerned({ settings, memory }: Walker, age: number): boolean {
  return age <= settings['event.windowSessions'] || memory.programme.ratio > settings['ratio.base'];
}

/** Remembers the last measures: until a day's close, all that is asked of it rests on the same closes. */
function createMeasuring(): (snapshot: Snapshot) => MarketMeasures {
  let cached: { readonly session: Session; readonly market: MarketMeasures } | undefined;
  return (snapshot) => {
    const { kind, session } = snapshot.evaluation;
    if (kind === 'official') {
      return measureMarket(snapshot);
    }
    cached = cached?.session === session ? cached : { session, market: measureMarket(snapshot) };
    return cached.market;
  };
}

type Walk = {
  readonly timeline: Timeline;
  readonly reach: number;
  readonly measure: (snapshot: Snapshot) => MarketMeasures;
};

function evaluateAll(
  { timeline, reach, measure }: Walk,
  walkers: readonly Walker[],
  evaluation: Evaluation,
): void {
  if (walkers.length === 0) {
    return;
  }
  const snapshot = timeline.snapshot(evaluation, reach);
  const market = measure(snapshot);
  for (const walker of walkers) {
    const { settings, memory } = walker;
    const decision = evaluate({ snapshot, book: undefined, settings, settingsVersion: 0, memory }, market);
    walker.memory = { ...decision.memory, programme: decision.adopts ?? decision.memory.programme };
    walker.take({ decision, snapshot, market });
  }
}

/**
 * What comes of a work that comes in pieces.
 *
 * @param tell - hears of every piece
 */
export function runThrough<Piece, Result>(
  work: Generator<Piece, Result>,
  tell: (piece: Piece) => void = () => undefined,
): Result {
  let step = work.next();
  while (step.done !== true) {
    tell(step.value);
    step = work.next();
  }
  return step.value;
}

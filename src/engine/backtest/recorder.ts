import type { Coverage, RatioStep, ReleaseOutcome, ReleaseRow } from '#domain/history/backtest.ts';
import type { Decision, State } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { judgeLag } from '#engine/evidence/judge-lag.ts';
import { isWeak } from '#engine/evidence/judge-print.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { countCoverage } from './release-counts.ts';
import type { DatedPrint, Timeline } from './history-timeline.ts';
import type { Played, Player } from './play-history.ts';

/** What a play was told of its releases. */
export type PlayRecord = {
  readonly rows: readonly ReleaseRow[];
  readonly steps: readonly RatioStep[];
  readonly coverage: readonly Coverage[];
};

/** A player that keeps account, and its account once all has been played. */
export type Recorder = Player & { record(): PlayRecord };

type Account = {
  readonly release: DatedPrint;
  readonly reading: PrintReading;
  readonly firsts: Partial<{ [Id in EvidenceId]: Session }>;
  readonly withLag: Partial<{ [Id in EvidenceId]: Session }>;
  readonly states: State[];
  confirmation?: Pick<Decision, 'evaluation' | 'ratio'>;
  raised: boolean;
};

/**
 * Keeps account of every release for one set of settings.
 *
 * Lag is judged for each release against its own close before day 0, also where a later print has joined its event.
 *
 * @param released - the releases that are played, oldest first
 */
export function createRecorder(
  timeline: Timeline,
  released: readonly DatedPrint[],
  settings: Settings,
): Recorder {
  const accounts = released.map((release): Account => {
    const reading = classifyPrint(release, settings);
    return { release, reading, firsts: {}, withLag: {}, states: [], raised: false };
  });
  const byId = new Map(accounts.map((account) => [account.release.print.releaseId, account]));
  const steps: RatioStep[] = [];
  const coverage = countCoverage(timeline);
  const window = settings['event.windowSessions'];

  return {
    settings,

    take(played) {
      const { decision, snapshot } = played;
      if (decision.evaluation.kind !== 'official') {
        return;
      }
      coverage.take(played);
      steps.push(...stepsOf(decision));
      for (const { print } of snapshot.prints) {
        const account = byId.get(print.releaseId);
        if (account && ageOf(account, snapshot) <= window) {
          keep(account, played, settings);
        }
      }
      const own = byId.get(decision.event?.print.releaseId ?? '');
      if (own) {
        credit(own, decision);
      }
    },

    record: () => ({ rows: accounts.map(rowOf), steps, coverage: coverage.years() }),
  };
}

function ageOf({ release }: Account, { sessions, evaluation }: Played['snapshot']): number {
  return sessionsSince(sessions, release.dayZero, evaluation.session);
}

function stepsOf({ evaluation, event, ratio }: Decision): readonly RatioStep[] {
  const { now: from, next: to, step } = ratio;
  const releaseId = event?.print.releaseId;
  return step === 0
    ? []
    : [{ session: evaluation.session, from, to, ...(releaseId !== undefined && { releaseId }) }];
}

/** What an event came to belongs to the latest of its prints. */
function credit(account: Account, decision: Decision): void {
  account.raised ||= decision.ratio.step > 0;
  if (decision.rank === 'CAPITULATION') {
    account.confirmation ??= decision;
  }
}

function keep(account: Account, { decision, market }: Played, settings: Settings): void {
  const { session } = decision.evaluation;
  const lags = judgeLag(market, settings, account.release).truth === 'true';
  account.states.push(decision.state);
  for (const { id, truth } of decision.evidence) {
    const holds = id === 'lag' ? lags : truth === 'true';
    if (holds) {
      account.firsts[id] ??= session;
    }
    if (holds && lags) {
      account.withLag[id] ??= session;
    }
  }
}

function rowOf(account: Account): ReleaseRow {
  const { release, reading, firsts, withLag, states, confirmation } = account;
  const { print, releasedOn, dayZero } = release;
  return {
    releaseId: print.releaseId,
    kind: print.kind,
    referenceMonth: print.referenceMonth,
    releasedOn,
    dayZero,
    class: reading.classified ? reading.class : 'unclassified',
    ...(reading.classified && reading.z !== undefined && { z: reading.z }),
    fragile: reading.classified && reading.fragile,
    hasConsensus: reading.classified && reading.hasConsensus,
    weak: isWeak(reading),
    firsts,
    withLag,
    states,
    ...(confirmation && { confirmedOn: confirmation.evaluation.session }),
    limits: confirmation?.ratio.limits ?? [],
    outcome: outcomeOf(account),
  };
}

function outcomeOf({ reading, firsts, confirmation, raised }: Account): ReleaseOutcome {
  if (!reading.classified) {
    return 'unclassified';
  }
  if (!isWeak(reading)) {
    return 'not-weak';
  }
  if (raised) {
    return 'raised';
  }
  if (confirmation) {
    return 'stood-down';
  }
  return firsts.lag === undefined ? 'weak-only' : 'lagged';
}

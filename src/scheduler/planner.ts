import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { DAY, HOUR, MINUTE } from '#domain/duration.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { WorkLedger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';
import { type PlanRequest, planDue } from './plan-due.ts';
import type { Upkeep } from './upkeep.ts';

export type PlannerParts = {
  readonly ledger: Pick<WorkLedger, 'plan'>;
  readonly releases: ReleaseCalendar;
  readonly calendar: ExchangeCalendar;
  /** How long closes must be watched, over all servers. */
  readonly open: () => Promise<Pick<PlanRequest, 'windowSessions' | 'aboveBase'>>;
  readonly log: Log;
  readonly upkeep?: Upkeep;
};

/** Keeps the stored plan in step with the release calendar and the servers' windows. */
export type Planner = {
  /**
   * Plans again if the last plan is an hour old on the market clock, or has been outdated. A plan that cannot be
   * made is logged and tried again a minute later; the stored one stays.
   */
  refresh(now: number, signal: AbortSignal): Promise<void>;
  /** Something was done that may have changed what must be watched. */
  outdate(): void;
  /** A stored piece as the latest plan has it; `undefined` if that plan does not have it any more. */
  planned(work: DueWork): DueWork | undefined;
};

/**
 * How far ahead work is stored, milliseconds. Longer than any two releases lie apart, so that something is always
 * due, and as long as an absence may be for all that was missed in it to be told.
 */
const HORIZON = 45 * DAY;

const PLAN_EVERY = HOUR;
const RETRY_AFTER = MINUTE;

export function createPlanner({ ledger, releases, calendar, open, log, upkeep }: PlannerParts): Planner {
  let basis: Omit<PlanRequest, 'now' | 'horizon'> | undefined;
  let coming: ReadonlyMap<string, DueWork> = new Map();
  let fresh: { readonly from: number; readonly until: number } | undefined;

  return {
    async refresh(now, signal) {
      if (signal.aborted || (fresh && fresh.from <= now && now < fresh.until)) {
        return;
      }
      try {
        const latest = {
          releases: await releases.releases(signal),
          calendar,
          ...(await open()),
          ...(upkeep && { upkeep }),
        };
        const work = planDue({ ...latest, now, horizon: HORIZON });
        await ledger.plan(work);
        basis = latest;
        coming = new Map(work.map((piece) => [piece.id, piece]));
        fresh = { from: now, until: now + PLAN_EVERY };
      } catch (error) {
        log.error('the plan could not be made', error);
        fresh = { from: now, until: now + RETRY_AFTER };
      }
    },

    outdate() {
      fresh = undefined;
    },

    planned(work) {
      if (!basis) {
        return work;
      }
      return coming.get(work.id) ?? planDue(asOf(basis, work.dueAt)).find(({ id }) => id === work.id);
    },
  };
}

/** What was planned for an instant that has passed, and all that has been put off since, however far. */
function asOf(basis: Omit<PlanRequest, 'now' | 'horizon'>, dueAt: number): PlanRequest {
  return { ...basis, now: dueAt, horizon: Number.POSITIVE_INFINITY };
}

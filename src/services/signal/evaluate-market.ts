import { MINUTE } from '#domain/duration.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Evaluation } from '#domain/signal/evaluation.ts';
import type { TimedParts } from '#services/timed-parts.ts';
import type { TimedServices } from '#services/timed.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';

/**
 * Milliseconds after a close's evaluation is due for which closes that are not there yet are waited for. Then it is
 * evaluated without them, and says so.
 */
const CLOSES_TIMEOUT = 30 * MINUTE;

/** What has settled is gone first; after a close, what is due of the hedge is told. */
export function createEvaluateMarket(parts: TimedParts): TimedServices['evaluateMarket'] {
  const { announcements, closesThere, evaluateServers, rollOffBooks, tellHedgeNews } = parts;
  return async (work, now, signal) => {
    await rollOffBooks(now);
    const { kind, session } = work;
    const evaluation = evaluationOf(work);
    const isPatient = kind === 'close' && now < work.dueAt + CLOSES_TIMEOUT;
    if (isPatient && !(await closesThere(evaluation, now, signal))) {
      return 'not-closed';
    }
    const concerned = await alertOnOutage(evaluateServers(evaluation, now, signal), async (source) => {
      if (kind === 'close' && !isPatient) {
        await announcements.degraded(`${session}.closes`, { about: 'no-market', session, source }, now);
      }
    });
    if (kind === 'close') {
      await tellHedgeNews(now);
    }
    return concerned > 0 ? 'evaluated' : 'nothing-open';
  };
}

function evaluationOf(work: DueWork): Evaluation {
  return work.kind === 'check' && work.time
    ? { kind: 'check', session: work.session, time: work.time }
    : { kind: 'official', session: work.session };
}

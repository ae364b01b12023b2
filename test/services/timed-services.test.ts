import { describe, expect, it } from 'vitest';
import type { TimedParts } from '#services/timed-parts.ts';
import { createTimedServices } from '#services/timed-services.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { NOON } from '#test/support/book/lots.ts';

const never = (): Promise<never> => Promise.reject(new Error('not asked for here'));

describe('createTimedServices', () => {
  it('moves what has settled out of the books before it evaluates a close', async () => {
    const done: string[] = [];
    const parts: TimedParts = {
      calendar: CALENDAR,
      releases: { releases: never },
      ledger: { keepPrint: never, prints: never, polls: never },
      evaluateServers: async () => {
        done.push('evaluated');
        return 1;
      },
      announcements: {
        preBrief: never,
        late: never,
        missed: never,
        calendar: never,
        correction: never,
        degraded: never,
      },
      followRelease: never,
      noteRevision: never,
      refreshCalendar: never,
      reviewDecisions: never,
      forgetServers: never,
      closesThere: async () => true,
      tellSilent: never,
      tellHedgeNews: async () => undefined,
      rollOffBooks: async (now) => {
        done.push(`rolled off at ${now}`);
      },
    };
    const work = {
      id: '2026-12-01.official',
      kind: 'close',
      session: '2026-12-01',
      dueAt: NOON,
      validUntil: NOON + 1,
    } as const;
    const signal = new AbortController().signal;
    await createTimedServices(parts).evaluateMarket(work, NOON, signal);
    expect(done).toEqual([`rolled off at ${NOON}`, 'evaluated']);
  });
});

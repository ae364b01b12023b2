import { ExpiredCard } from '#domain/problem.ts';
import type { DeliveryServices } from '#services/delivery/index.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';
import type { HealthServices } from '#services/health/index.ts';

/** A bot that has all that it needs but one source, and one release that arrived after four seconds. */
export function someDoctorServices(): Pick<HealthServices, 'examine'> & DeliveryServices {
  const at = CLOSE_OF_2014_09_23;
  return {
    examine: async () => ({
      now: at,
      channel: '1290000000000000031',
      channelGone: false,
      missing: [],
      deliveries: [],
      checkup: {
        at,
        verdict: 'well',
        isOffline: false,
        lacking: [],
        machine: [{ part: { about: 'token', isThere: true }, verdict: 'well' }],
        sources: [
          {
            source: { name: 'FRED', gives: 'figures', key: 'FRED_API_KEY', outcome: { kind: 'no-key' } },
            verdict: 'notice',
          },
        ],
      },
    }),
    markPosted: async () => undefined,
    findBrief: () => Promise.reject(new ExpiredCard()),
    showDeliveries: async () => ({
      isReplay: false,
      traces: [
        {
          releaseId: 'CPI-2014-09-17',
          seenAt: at,
          seenBy: 'BLS',
          evaluatedAt: at + 500,
          queuedAt: at + 500,
          delivery: { state: 'sent', at: at + 4_000, messageId: '1' },
        },
      ],
      lag: { count: 1, p50: 4_000, p95: 4_000 },
    }),
  };
}

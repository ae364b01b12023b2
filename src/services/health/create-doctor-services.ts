import { MINUTE } from '#domain/duration.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import { judgeCheckup } from '#engine/checkup/judge-checkup.ts';
import type { WallClock } from '#ports/clock.ts';
import type { DoctorServices } from './doctor-services.ts';
import type { Services } from '#services/index.ts';
import { createShowDeliveries, type ShowDeliveriesParts } from '#services/delivery/show-deliveries.ts';

export type DoctorParts = ShowDeliveriesParts & {
  readonly wallClock: WallClock;
  readonly readStatus: Services['readStatus'];
  /** Really asks; takes no longer than its own timeout. Absent where data are recorded. */
  readonly takeCheckup?: () => Promise<Checkup>;
};

/** Milliseconds between two times that sources are really asked, whoever wants to know. */
const PAUSE = MINUTE;

export function createDoctorServices(parts: DoctorParts): DoctorServices {
  const checkup = parts.takeCheckup && onceAPause(parts.takeCheckup, parts.wallClock);
  return {
    async examine(server) {
      const [found, { now, channel, channelGone, deliveries, missing, watermark }] = await Promise.all([
        checkup?.(),
        parts.readStatus(server),
      ]);
      return {
        now,
        channel,
        channelGone,
        deliveries,
        ...(missing && { missing }),
        ...(watermark !== undefined && { watermark }),
        ...(found && { checkup: judgeCheckup(found) }),
      };
    },
    showDeliveries: createShowDeliveries(parts),
  };
}

/** All who ask within the pause share one answer; one that failed is not kept. */
function onceAPause(take: () => Promise<Checkup>, clock: WallClock): () => Promise<Checkup> {
  const last: { begunAt: number; answer?: Promise<Checkup> } = { begunAt: -Infinity };
  return async () => {
    if (!last.answer || clock.now() - last.begunAt >= PAUSE) {
      last.begunAt = clock.now();
      last.answer = take();
    }
    try {
      return await last.answer;
    } catch (error) {
      delete last.answer;
      throw error;
    }
  };
}

import { MINUTE } from '#domain/duration.ts';
import type { Checkup, JudgedCheckup } from '#domain/health/checkup.ts';
import { judgeCheckup } from '#engine/checkup/judge-checkup.ts';
import type { WallClock } from '#ports/clock.ts';
import type { StatusReport } from './read-status.ts';

/** How sources, machine and the way to one server do. */
export type DoctorReport = Pick<
  StatusReport,
  'now' | 'channel' | 'missing' | 'channelGone' | 'deliveries' | 'watermark'
> & {
  /** Absent where data are recorded and nobody is asked. */
  readonly checkup?: JudgedCheckup;
};

type ExamineDeps = {
  readonly readStatus: (server: string) => Promise<StatusReport>;
  /** Really asks; takes no longer than its own timeout. Absent where data are recorded. */
  readonly takeCheckup?: () => Promise<Checkup>;
};

/** Milliseconds between two times that sources are really asked, whoever wants to know. */
const PAUSE = MINUTE;

/** What a checkup says beside how the messages of one server arrive. */
export async function examine(
  { takeCheckup, readStatus }: ExamineDeps,
  server: string,
): Promise<DoctorReport> {
  const [checkup, status] = await Promise.all([takeCheckup?.(), readStatus(server)]);
  const { now, channel, channelGone, deliveries, missing, watermark } = status;
  return {
    now,
    channel,
    channelGone,
    deliveries,
    ...(missing && { missing }),
    ...(watermark !== undefined && { watermark }),
    ...(checkup && { checkup: judgeCheckup(checkup) }),
  };
}

/** All who ask within a minute share one answer; one that failed is not kept. */
export function onceAMinute<Answer>(
  take: () => Promise<Answer>,
  clock: Pick<WallClock, 'now'>,
): () => Promise<Answer> {
  const last: { begunAt: number; answer?: Promise<Answer> } = { begunAt: -Infinity };
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

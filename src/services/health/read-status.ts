import { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import { DAY } from '#domain/duration.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DeliveryLedger, PlannedWork, WorkLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { Services, StatusReport } from '#services/index.ts';

export type StatusParts = {
  readonly settings: SettingsStore;
  readonly ledger: WorkLedger & DeliveryLedger;
  readonly releases: ReleaseCalendar;
  readonly access: ChannelAccess;
  readonly marketClock: MarketClock;
  readonly about: Pick<StatusReport, 'mode' | 'version' | 'sources' | 'keys' | 'episode' | 'startedAt'>;
  readonly watermark?: string;
};

/** Rows of each list that a status shows. */
const SHOWN = 5;

/** How far ahead planned work is looked for, milliseconds: 45 days, beyond which nothing is planned. */
const AHEAD = 45 * DAY;

/** Milliseconds that a status waits for the release calendar. */
const SOURCE_TIMEOUT = 5_000;

/** Whether the bot is alive, what it is waiting for, and whether its messages arrive. */
export function createReadStatus(parts: StatusParts): Services['readStatus'] {
  return async (server) => {
    const now = parts.marketClock.now();
    const { settings, version } = await parts.settings.read(server);
    const channel = settings['alerts.channel'];
    const end = (await parts.releases.releases(AbortSignal.timeout(SOURCE_TIMEOUT))).at(-1)?.scheduledAt;
    return {
      ...parts.about,
      now,
      channel,
      ...(await look(parts.access, server, channel)),
      coming: (await parts.ledger.work(now, now + AHEAD)).filter(isWaiting).slice(0, SHOWN),
      deliveries: await parts.ledger.deliveries(server, SHOWN),
      settingsVersion: version,
      ...(end !== undefined && { calendarEndsAt: end }),
      ...(parts.watermark !== undefined && { watermark: parts.watermark }),
    };
  };
}

function isWaiting({ standing }: PlannedWork): boolean {
  return standing.state === 'due' || standing.state === 'claimed';
}

async function look(
  access: ChannelAccess,
  server: string,
  channel: string | null,
): Promise<Pick<StatusReport, 'missing' | 'channelGone'>> {
  if (channel === null) {
    return { channelGone: false };
  }
  try {
    return { missing: await access.missing(server, channel), channelGone: false };
  } catch (error) {
    if (error instanceof ChannelClosed) {
      return { channelGone: true };
    }
    throw error;
  }
}

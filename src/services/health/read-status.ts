import { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import { DAY } from '#domain/duration.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { DeliveryLedger, PlannedDelivery, PlannedWork, WorkLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

/** What a process is: the same for every server. */
export type About = {
  /** `playground`: an episode on the local Discord. `live`: Discord, market data as `sources` says. */
  readonly mode: 'playground' | 'live';
  readonly version: string;
  /** `off`: whoever runs the bot switched them off. */
  readonly sources: 'recorded' | 'off' | 'live';
  /** Which sources that ask for a key have one; only with live sources. */
  readonly keys?: { readonly bls: boolean; readonly fred: boolean; readonly massive: boolean };
  readonly episode?: { readonly id: string; readonly title: string };
  readonly startedAt: number;
};

export type StatusReport = About & {
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  readonly channel: string | null;
  /** Permissions missing in the alert channel; absent when there is no channel or it is gone. */
  readonly missing?: readonly string[];
  readonly channelGone: boolean;
  /** Planned work, soonest first, at most five. */
  readonly coming: readonly PlannedWork[];
  /** Latest deliveries, newest first, at most five. */
  readonly deliveries: readonly PlannedDelivery[];
  readonly calendarEndsAt?: number;
  readonly settingsVersion: number;
  readonly watermark?: string;
};

type StatusDeps = {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly ledger: Pick<WorkLedger, 'work'> & Pick<DeliveryLedger, 'deliveries'>;
  readonly releases: ReleaseCalendar;
  readonly access: ChannelAccess;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly about: About;
  readonly watermark?: string;
};

/** Rows of each list that a status shows. */
const SHOWN = 5;

/** How far ahead planned work is looked for, milliseconds: 45 days, beyond which nothing is planned. */
const AHEAD = 45 * DAY;

/** Milliseconds that a status waits for the release calendar. */
const SOURCE_TIMEOUT = 5_000;

/** Whether the bot is alive, what it is waiting for, and whether its messages arrive. */
export async function readStatus(deps: StatusDeps, server: string): Promise<StatusReport> {
  const now = deps.marketClock.now();
  const { settings, version } = await deps.settings.read(server);
  const channel = settings['alerts.channel'];
  const end = (await deps.releases.releases(AbortSignal.timeout(SOURCE_TIMEOUT))).at(-1)?.scheduledAt;
  return {
    ...deps.about,
    now,
    channel,
    ...(await channelState(deps.access, server, channel)),
    coming: (await deps.ledger.work(now, now + AHEAD)).filter(isWaiting).slice(0, SHOWN),
    deliveries: await deps.ledger.deliveries(server, SHOWN),
    settingsVersion: version,
    ...(end !== undefined && { calendarEndsAt: end }),
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
}

function isWaiting({ status }: PlannedWork): boolean {
  return status.state === 'due' || status.state === 'claimed';
}

async function channelState(
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

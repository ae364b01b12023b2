import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import type { FomcStatement } from '#domain/market/fomc.ts';
import type { ThresholdBook } from '#domain/settings/settings.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { Attachments } from '#ports/attachments.ts';
import type { BookFiles } from '#ports/book-files.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import type { MarketClock, WallClock } from '#ports/clock.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { MarketContext } from '#ports/sources/market-context.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { PositionMarks } from '#ports/sources/position-marks.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import type { ReleaseDates } from '#ports/sources/release-dates.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { About } from '#services/health/read-status.ts';
import type { BacktestSetup, EpisodeServices } from '#services/history/index.ts';

/** Everything that the product is built from. A replay is the same with other sources, clock and store. */
export type StewardParts = {
  readonly store: { readonly ledger: Ledger; readonly settings: SettingsStore };
  readonly calendar: ExchangeCalendar;
  readonly fomc: readonly FomcStatement[];
  readonly thresholds: ThresholdBook;
  readonly releases: ReleaseCalendar;
  /** Who lists release dates; absent where the calendar is recorded and never read again. */
  readonly dates?: readonly ReleaseDates[];
  /** Absent where live sources are switched off. */
  readonly prints?: PrintSource;
  readonly market?: MarketData;
  /** Yields, the dollar and spreads; absent where nobody gives them. */
  readonly context?: MarketContext;
  /** Every provider's HTTP client, to tell which have fallen silent. */
  readonly httpClients?: readonly MonitoredHttpClient[];
  /** Prices of options and futures; absent where only what people mark by hand counts. */
  readonly marks?: PositionMarks;
  readonly marketClock: MarketClock;
  readonly wallClock: WallClock;
  readonly channel: AlertChannel;
  readonly access: ChannelAccess;
  readonly charts: ChartRenderer;
  /** What people give with commands, and positions as files. */
  readonly attachments: Attachments;
  readonly bookFiles: BookFiles;
  readonly log: Log;
  readonly nonceOf: (key: string, channel: string) => string;
  readonly about: About;
  readonly episodes: EpisodeServices['episodes'];
  readonly playEpisode: EpisodeServices['playEpisode'];
  readonly lookingBack: BacktestSetup;
  /** Really asks every source and looks at the machine; absent where data are recorded. */
  readonly takeCheckup?: () => Promise<Checkup>;
  readonly watermark?: string;
  /** A replay beside the server's own steward: its store ends with it. */
  readonly isEphemeral?: true;
};

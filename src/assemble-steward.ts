import { jobs } from '#jobs/index.ts';
import type { Upkeep } from '#scheduler/upkeep.ts';
import { createRunner } from '#scheduler/runner.ts';
import { bindBook, bindHoldings } from '#services/book/index.ts';
import { bindCards, bindChecklist } from '#services/checklist/index.ts';
import { bindAlerts, bindDelivery, bindSending } from '#services/delivery/index.ts';
import { bindHealth, bindPurge } from '#services/health/index.ts';
import { openWindows } from '#services/health/open-windows.ts';
import { withoutDeparted } from '#services/health/presence.ts';
import { bindHedge } from '#services/hedge/index.ts';
import { type BacktestSetup, type EpisodeServices, bindHistory } from '#services/history/index.ts';
import type { Services } from '#services/index.ts';
import { bindMarket } from '#services/market/index.ts';
import { bindReleaseDay, bindReleases } from '#services/releases/index.ts';
import { bindSettings, bindTrials } from '#services/settings/index.ts';
import { bindEvaluation, bindSessions, bindSignal } from '#services/signal/index.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import type { FomcStatement } from '#domain/market/session.ts';
import type { ThresholdBook } from '#domain/settings/settings.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { Attachments } from '#ports/attachments.ts';
import type { BookFiles } from '#ports/book-files.ts';
import type { ChannelAccess } from '#ports/channel-access.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import type { MarketClock, WallClock } from '#ports/clock.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { MarketContext, MarketData, PositionMarks } from '#ports/sources/market-data.ts';
import type { PrintSource, ReleaseCalendar, ReleaseDates } from '#ports/sources/release-data.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';
import type { About } from '#services/health/read-status.ts';

/** What a program keeps. */
export type StewardStore = { readonly store: { readonly ledger: Ledger; readonly settings: SettingsStore } };

/** What the method is set by, the same for every server and every replay. */
export type StewardRules = {
  readonly calendar: ExchangeCalendar;
  readonly fomc: readonly FomcStatement[];
  readonly thresholds: ThresholdBook;
};

/** Who tells of releases, markets and prices. */
export type StewardSources = {
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
};

export type StewardClocks = { readonly marketClock: MarketClock; readonly wallClock: WallClock };

/** The way to people and back: channels, pictures, files; and the log. */
export type StewardSurroundings = {
  readonly channel: AlertChannel;
  readonly access: ChannelAccess;
  readonly charts: ChartRenderer;
  /** What people give with commands, and positions as files. */
  readonly attachments: Attachments;
  readonly bookFiles: BookFiles;
  readonly log: Log;
};

/** How this run of the program differs from others. */
export type StewardRun = EpisodeServices & {
  readonly about: About;
  /** Stable name of one message in one channel. */
  readonly nonceOf: (key: string, channel: string) => string;
  readonly lookingBack: BacktestSetup;
  /** Really asks every source and looks at the machine; absent where data are recorded. */
  readonly takeCheckup?: () => Promise<Checkup>;
  readonly watermark?: string;
  /** A replay beside the server's own steward: its store ends with it. */
  readonly isEphemeral?: true;
};

/** Everything that the product is built from. A replay is the same with other sources, clock and store. */
export type StewardParts = StewardStore &
  StewardRules &
  StewardSources &
  StewardClocks &
  StewardSurroundings &
  StewardRun;

/** The product, assembled once: what people ask it, and what the clock makes it do. */
export type Steward = {
  readonly services: Services;
  readonly runDue: (now: number, signal: AbortSignal) => Promise<unknown>;
  /** Sends every alert that may go now, one after another; returns when none is left that may. */
  readonly deliver: (signal: AbortSignal) => Promise<void>;
};

/** Binds the acts of every topic to their collaborators. Nothing is started here. */
export function assembleSteward(parts: StewardParts): Steward {
  const shared = sharedOf(parts);
  const { settings, ledger, marketClock, episodes, playEpisode } = shared;
  const runner = createRunner({
    ...shared,
    jobs: jobs({
      ...shared,
      ...bindReleaseDay(shared),
      ...bindSessions(shared),
      ...bindPurge(shared),
      pace: parts.prints?.pace ?? 'keyed',
    }),
    open: () => openWindows(settings, ledger),
    ...(parts.dates && { upkeep: upkeepOf(parts) }),
  });

  return {
    runDue: (now, signal) => runner.runDue(now, signal),
    deliver: bindSending(shared).deliverAlerts,
    services: {
      ...bindReleases(shared),
      ...bindSignal(shared),
      ...bindMarket(shared),
      ...bindBook(shared),
      ...bindHedge(shared),
      ...bindChecklist(shared),
      ...bindSettings(shared),
      ...bindDelivery(shared),
      ...bindHistory({ ...shared, ...parts.lookingBack }),
      ...bindHealth(shared),
      episodes,
      playEpisode,
      now: () => marketClock.now(),
    },
  };
}

/** Everything from outside, and the acts that other topics build on. */
function sharedOf(parts: StewardParts) {
  const { ledger } = parts.store;
  const outside = { ...parts, ledger, settings: withoutDeparted(parts.store.settings, ledger) };
  const basis = {
    ...outside,
    ...bindHoldings(outside),
    ...bindCards(outside),
    ...bindAlerts(outside),
    ...bindTrials(outside),
  };
  return { ...basis, ...bindEvaluation(basis) };
}

function upkeepOf({ about, market, prints }: StewardParts): Upkeep {
  return { startedAt: about.startedAt, ...(!(market && prints) && { isAlone: true }) };
}

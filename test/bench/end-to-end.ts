import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '#config/env.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { releaseCalendar } from '#config/release-calendar.ts';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import { type Opened, assembleLive } from '#wiring/assemble-live.ts';
import { type Connection, connect } from '#wiring/connect.ts';
import { httpParts } from '#wiring/http-parts.ts';
import { openLiveSources } from '#wiring/live-sources.ts';
import { providerKeys } from '#wiring/providers.ts';
import type { Pace } from '#domain/releases/poll.ts';
import { type LocalDiscord, createLocalDiscord } from '#playground/local-discord.ts';
import { CHANNELS, SERVER } from '#playground/world/cast.ts';
import type { Log } from '#ports/log.ts';
import { seedReleases } from '#services/releases/stored-calendar.ts';
import { words } from '#test/support/asking.ts';
import { LoopbackProvider } from '#test/support/http/loopback-provider.ts';
import { RELEASE, providerDay } from '#test/support/process/provider-day.ts';
import { createShiftedClock } from '#test/support/process/shifted-clock.ts';
import type { Measurement, Row } from './measurement.ts';
import { quantile } from './quantile.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const [ALERTS] = CHANNELS;
const CARD = 'CPI for Jul 2024';

/** Before the release: the forecasts are captured and the evening's message is sent. */
const HEAD_START = 10 * SECOND;

/** Rounds that a release may take until its card is there. */
const ROUNDS = 400;

type Delays = {
  readonly words: string;
  /** Milliseconds after the instant of the release at which the source publishes, one a run. */
  readonly delays: readonly number[];
  /** Seconds that the median and the 95th percentile may be; the schedule's longest pause decides without a wish. */
  readonly most: Readonly<Record<Pace, readonly [median: number, late: number]>>;
};

function spread(from: number, until: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => from + (place * (until - from)) / (count - 1));
}

/** What the schedules allow: keyed 2, 5 and 60 seconds between two askings; keyless up to 5, 60 and 180. */
const DELAYS: readonly Delays[] = [
  {
    words: 'published 0–5 s after its time',
    delays: spread(0, 5 * SECOND, 20),
    most: { keyed: [5, 15], keyless: [10, 15] },
  },
  {
    words: 'published 60 s after its time',
    delays: spread(MINUTE, MINUTE + 4 * SECOND, 6),
    most: { keyed: [10, 15], keyless: [75, 75] },
  },
  {
    words: 'published 26 min after its time, in simulated time',
    delays: spread(26 * MINUTE, 26 * MINUTE + 50 * SECOND, 6),
    most: { keyed: [75, 75], keyless: [195, 195] },
  },
];

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * From the instant at which a source publishes to the card in the channel: the whole bot, with every source behind
 * real HTTP, on the local Discord. Time runs as it does and is put forward only while nothing is due.
 */
export const endToEnd: Measurement = {
  name: 'end-to-end',
  async measure(say) {
    const place = await openPlace();
    const rows: Row[] = [];
    try {
      for (const pace of ['keyed', 'keyless'] as const) {
        for (const { words: when, delays, most } of DELAYS) {
          say(`${pace}, ${when}`);
          const waits = await waitsOf(place, pace, delays);
          rows.push(...rowsOf(`${pace}, ${when}, ${delays.length} runs`, waits, most[pace]));
        }
      }
    } finally {
      await place.close();
    }
    return rows;
  },
};

/** One after another: each has the machine for itself. */
async function waitsOf(place: Place, pace: Pace, delays: readonly number[]): Promise<readonly number[]> {
  const waits: number[] = [];
  for (const delay of delays) {
    waits.push(await wait(place, pace, delay));
  }
  return waits;
}

function rowsOf(what: string, waits: readonly number[], most: readonly [number, number]): readonly Row[] {
  return ([0.5, 0.95] as const).map((share, place) => ({
    what: `published to card in the channel, ${what}, ${share === 0.5 ? 'median' : 'p95'}`,
    ours: quantile(waits, share) / SECOND,
    unit: 's',
    bar: { kind: 'limit', most: most[place] ?? 0 },
  }));
}

type Place = {
  readonly discord: LocalDiscord;
  readonly provider: LoopbackProvider;
  readonly charts: Opened['charts'];
  readonly connection: Connection;
  close(): Promise<void>;
};

async function openPlace(): Promise<Place> {
  const provider = new LoopbackProvider();
  await provider.start();
  const discord = createLocalDiscord({
    now: Date.now,
    messageBucket: { limit: 1_000, windowMs: SECOND },
  });
  const { api, token } = await discord.start();
  const charts = createChartRenderer();
  const wallClock = createShiftedClock(RELEASE.at);
  const connection = connect({ token, api, log: silent, wallClock });
  return {
    discord,
    provider,
    charts,
    connection,
    async close() {
      await connection.stop();
      await charts.stop();
      await discord.stop();
      await provider.stop();
    },
  };
}

/** Milliseconds from publication to card, on a store of its own. */
async function wait(place: Place, pace: Pace, delay: number): Promise<number> {
  const { connection, charts, discord, provider } = place;
  const folder = await mkdtemp(join(tmpdir(), 'vega-bench-'));
  const wallClock = createShiftedClock(RELEASE.at - HEAD_START);
  const publishedAt = RELEASE.at + delay;
  provider.answer = providerDay({ now: () => wallClock.now(), down: new Set(), publishedAt });
  const env = readEnv({
    DATA_DIR: folder,
    SOURCES_URL: `http://${provider.host}`,
    ...(pace === 'keyed' && { BLS_API_KEY: 'a-key' }),
  });
  const store = await openStore(folder, thresholds);
  await seedReleases(
    store.ledger,
    releaseCalendar.filter(({ id }) => id === RELEASE.id),
    wallClock.now(),
  );
  const calendar = exchangeCalendar(exchangeFacts);
  const sources = openLiveSources({
    http: httpParts(env, { ledger: store.ledger, wallClock, log: silent }),
    keys: providerKeys(env),
    ledger: store.ledger,
    calendar,
  });
  const steward = assembleLive({ env, log: silent, wallClock }, { store, charts, connection, sources });
  await connection.serve(steward.services);
  await steward.services.setUp(SERVER.id, discord.people.owner.id, { channel: ALERTS.id });
  let arrivedAt: number | undefined;
  const forget = discord.onMessage((message) => {
    if (words(message).includes(CARD)) {
      arrivedAt ??= wallClock.now();
    }
  });
  const { signal } = new AbortController();
  for (let round = 0; round < ROUNDS && arrivedAt === undefined; round++) {
    await steward.runDue(wallClock.now(), signal);
    await steward.deliver(signal);
    wallClock.jumpTo((await store.ledger.nextWorkAt()) ?? wallClock.now());
  }
  forget();
  await store.close();
  await rm(folder, { recursive: true, force: true });
  if (arrivedAt === undefined) {
    throw new Error(`No card ${delay / SECOND} s after the release, ${pace}.`);
  }
  return arrivedAt - publishedAt;
}

import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { type Notes, openStore } from '#playground/store/store.ts';
import { APPLICATION, CHANNELS, SERVER } from '#playground/world/cast.ts';
import { createExchangeLog, type Exchange } from './exchange-log.ts';
import { createFaultSwitch, type Faults } from './faults.ts';
import { createFrontDoor } from '#playground/site/front-door.ts';
import { Gateway } from '#playground/gateway/gateway.ts';
import { createActs } from '#playground/interactions/acts.ts';
import { InteractionBook } from '#playground/interactions/interaction-book.ts';
import { listenOnLoopback, stopListening } from './loopback-server.ts';
import { createOversight, type Oversight } from './oversight.ts';
import type { PlaybackControl } from './playback.ts';
import { allRoutes } from '#playground/rest/all-routes.ts';
import { type Bucket, createRateLimits, MESSAGE_BUCKET } from '#playground/rest/rate-limits.ts';
import { API_PREFIX, createRestServer } from '#playground/rest/rest-server.ts';
import { createPageKey } from '#playground/site/page-files.ts';
import { PageSockets } from '#playground/site/page-sockets.ts';
import { createSnowflakes } from './snowflake.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTopic, type World, type WorldEvent } from '#playground/world/world.ts';
import { createServer } from '#playground/world/server.ts';

export type LocalDiscordOptions = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where it keeps its own file; in memory only when absent. */
  readonly folder?: string;
  /** A free one when absent or 0. */
  readonly port?: number;
  /** What plays an episode. */
  readonly control?: PlaybackControl;
  /** Messages allowed in one channel; 5 in 5 s when absent. */
  readonly messageBucket?: Bucket;
  readonly timers?: Timers;
};

export type LocalDiscordAddress = {
  /** The link that opens the page, with its key. */
  readonly pageUrl: string;
  /** For discord.js' `rest.api`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  readonly serverId: string;
  /** Where alerts go: `#vega-alerts`. */
  readonly channelId: string;
};

/** A Discord of its own on loopback: REST, gateway, page, and seats for those who use it. */
export interface LocalDiscord extends Oversight {
  /** May be called twice. @throws PortTaken */
  start(): Promise<LocalDiscordAddress>;
  /** Ends it for good; may be called twice. */
  stop(): Promise<void>;
  isBotOnline(): boolean;
  setControl(control: PlaybackControl | undefined): void;
  /** What the bot asked, was answered and was told, the latest few thousand, oldest first. */
  requests(): readonly Exchange[];
  readonly faults: Faults;
  /** Kept in the same file, for whoever plays an episode here. */
  readonly notes: Notes;
}

/** @throws StoreUnusable */
export function createLocalDiscord(options: LocalDiscordOptions): LocalDiscord {
  let port = options.port ?? 0;
  const parts = assemble(options, () => port);
  const { world, gateway, pages, book, door } = parts;

  const listen = async (): Promise<Server> => {
    const listening = await listenOnLoopback(port, door);
    ({ port } = listening);
    return listening.server;
  };
  let running: Promise<Server> | undefined;
  const end = async (): Promise<void> => {
    pages.stop();
    gateway.stop();
    book.stop();
    const server = await running?.catch(() => undefined);
    if (server) {
      await stopListening(server);
    }
    world.store.close();
  };
  let ended: Promise<void> | undefined;

  return {
    ...createOversight(world, parts.acts),
    async start() {
      running ??= listen();
      await running;
      return addressOf(world, parts.key.text);
    },
    stop() {
      ended ??= end();
      return ended;
    },
    isBotOnline: () => gateway.isOnline(),
    setControl: (control) => pages.setControl(control),
    requests: () => parts.log.all(),
    faults: parts.faults.faults,
    notes: world.store.notes,
  };
}

function assemble(options: LocalDiscordOptions, port: () => number) {
  const { now, timers = systemTimers } = options;
  const world = createWorld(options, port);
  const log = createExchangeLog();
  const gateway = new Gateway({
    world,
    timers,
    record: (dispatch) => log.add({ kind: 'dispatch', at: now(), ...dispatch }),
  });
  const faults = createFaultSwitch(gateway);
  const book = new InteractionBook(world, timers);
  const acts = createActs(world, book, gateway);
  const pages = new PageSockets({ world, acts, isBotOnline: () => gateway.isOnline() });
  pages.setControl(options.control);
  const rest = createRestServer({
    routes: allRoutes(world, book, gateway),
    botToken: world.botToken,
    now,
    timers,
    rateLimit: createRateLimits(now, options.messageBucket ?? MESSAGE_BUCKET),
    faults,
    log,
  });
  const key = createPageKey();
  const door = createFrontDoor({ world, port, key, rest, gateway, pages });
  return { world, log, gateway, faults, book, acts, pages, key, door };
}

function createWorld({ now, folder }: LocalDiscordOptions, port: () => number): World {
  const origin = (): string => `http://127.0.0.1:${port()}`;
  const store = openStore(folder, origin);
  return {
    now,
    origin,
    store,
    nextId: createSnowflakes(now, store.messages.lastId()),
    botToken: botToken(store.notes),
    server: createServer(),
    events: createTopic<WorldEvent>(),
  };
}

function addressOf(world: World, key: string): LocalDiscordAddress {
  return {
    pageUrl: `${world.origin()}/?key=${key}`,
    api: `${world.origin()}${API_PREFIX}`,
    token: world.botToken,
    applicationId: APPLICATION.id,
    serverId: SERVER.id,
    channelId: CHANNELS[0].id,
  };
}

const TOKEN_NOTE = 'bot-token';

/** The token that the bot logs in with: in Discord's form, made once and kept in the playground's file. */
function botToken(notes: Notes): string {
  const known = notes.read(TOKEN_NOTE);
  if (known !== undefined) {
    return known;
  }
  const token = [
    Buffer.from(APPLICATION.id).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(28).toString('base64url'),
  ].join('.');
  notes.write(TOKEN_NOTE, token);
  return token;
}

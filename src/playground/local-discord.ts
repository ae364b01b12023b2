import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { botToken } from './bot-token.ts';
import { createExchangeLog, type Exchange } from './exchange-log.ts';
import { createFaultSwitch, type Faults } from './faults.ts';
import { createGateway } from './gateway/gateway.ts';
import { createActs } from './interactions/acts.ts';
import { createInteractionBook } from './interactions/interaction-book.ts';
import { listenOnLoopback, stopListening } from './loopback-server.ts';
import { createOversight, type Oversight } from './oversight.ts';
import type { PlaybackControl } from './playback.ts';
import { commandRoutes } from './rest/command-routes.ts';
import { generalRoutes } from './rest/general-routes.ts';
import { interactionRoutes } from './rest/interaction-routes.ts';
import { messageRoutes } from './rest/message-routes.ts';
import { type Bucket, createRateLimits, MESSAGE_BUCKET } from './rest/rate-limits.ts';
import { API_PREFIX, createRestServer } from './rest/rest-server.ts';
import { serveAttachment } from './site/attachment-server.ts';
import { isOwnHost, isOwnOrigin } from './site/hosts.ts';
import { servePage } from './site/page-files.ts';
import { createPageKey, pageKeyOf } from './site/page-key.ts';
import { createPageSockets } from './site/page-socket.ts';
import { createSnowflakes } from './snowflake.ts';
import type { Notes } from './store/notes.ts';
import { openStore } from './store/store.ts';
import { systemTimers, type Timers } from './timers.ts';
import { createTopic } from './topic.ts';
import { APPLICATION, CHANNELS, SERVER } from './world/cast.ts';
import { createServer as createGuild } from './world/server.ts';
import type { World, WorldEvent } from './world/world.ts';

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
  setControl(control: PlaybackControl | undefined): void;
  isBotOnline(): boolean;
  /** What the bot asked, was answered and was told, the latest few thousand, oldest first. */
  requests(): readonly Exchange[];
  readonly faults: Faults;
  /** Kept in the same file, for whoever plays an episode here. */
  readonly notes: Notes;
}

/** @throws StoreUnusable */
export function createLocalDiscord(options: LocalDiscordOptions): LocalDiscord {
  const { now, timers = systemTimers } = options;
  let port = options.port ?? 0;
  const origin = (): string => `http://127.0.0.1:${port}`;
  const store = openStore(options.folder, origin);
  const world: World = {
    now,
    origin,
    store,
    nextId: createSnowflakes(now, store.messages.lastId()),
    botToken: botToken(store.notes),
    server: createGuild(),
    events: createTopic<WorldEvent>(),
  };
  const log = createExchangeLog();
  const gateway = createGateway({
    world,
    timers,
    record: (dispatch) => log.add({ kind: 'dispatch', at: now(), ...dispatch }),
  });
  const faults = createFaultSwitch(() => gateway);
  const book = createInteractionBook(world, timers);
  const acts = createActs(world, book, gateway);
  const pages = createPageSockets({ world, acts, isBotOnline: () => gateway.isOnline() });
  pages.setControl(options.control);
  const key = createPageKey();
  const rest = createRestServer({
    routes: [
      ...generalRoutes(world, () => gateway.sessionStartsLeft()),
      ...commandRoutes(world),
      ...messageRoutes(world),
      ...interactionRoutes({ world, book }),
    ],
    botToken: world.botToken,
    now,
    timers,
    rateLimit: createRateLimits(now, options.messageBucket ?? MESSAGE_BUCKET),
    faults,
    log,
  });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin());
    if (!isOwnHost(request, port)) {
      response.writeHead(421).end();
    } else if (url.pathname.startsWith(`${API_PREFIX}/`)) {
      await rest(request, response, url);
    } else if (url.pathname.startsWith('/attachments/')) {
      serveAttachment(store.attachments, url, response);
    } else {
      await servePage(key, request, response, url);
    }
  };
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', origin());
    const isPage = url.pathname === '/page/socket';
    const mayEnter = isPage
      ? isOwnOrigin(request, port) && key.isRight(pageKeyOf(request, url, key.cookie))
      : url.pathname.startsWith('/gateway') && request.headers.origin === undefined;
    if (!isOwnHost(request, port) || !mayEnter) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    (isPage ? pages : gateway).upgrade(request, stream, head);
  };

  let running: Promise<Server> | undefined;
  let stopped: Promise<void> | undefined;
  const listen = async (): Promise<Server> => {
    const listening = await listenOnLoopback(
      port,
      (request, response) => {
        // Whatever goes wrong here is ours; the bot must see a broken server and not wait for ever.
        serve(request, response).catch(() => response.destroy());
      },
      upgrade,
    );
    ({ port } = listening);
    return listening.server;
  };

  return {
    ...createOversight(world, acts),
    async start() {
      running ??= listen();
      await running;
      return {
        pageUrl: `${origin()}/?key=${key.text}`,
        api: `${origin()}${API_PREFIX}`,
        token: world.botToken,
        applicationId: APPLICATION.id,
        serverId: SERVER.id,
        channelId: CHANNELS[0].id,
      };
    },
    stop() {
      stopped ??= (async () => {
        pages.stop();
        gateway.stop();
        book.stop();
        const server = await running?.catch(() => undefined);
        if (server) {
          await stopListening(server);
        }
        store.close();
      })();
      return stopped;
    },
    isBotOnline: () => gateway.isOnline(),
    setControl: (control) => pages.setControl(control),
    requests: () => log.all(),
    faults: faults.faults,
    notes: store.notes,
  };
}

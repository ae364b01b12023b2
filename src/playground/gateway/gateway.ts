import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ApiObject } from '../page-protocol.ts';
import type { Timers } from '../timers.ts';
import { applicationObject, gatewayServerObject, userObject } from '../world/api-objects.ts';
import { BOT, SERVER } from '../world/cast.ts';
import type { World } from '../world/world.ts';
import { closeBecause } from './close.ts';
import { type CloseReason, INTENT, OP } from './codes.ts';
import { serveConnection } from './connection.ts';
import { dispatchOf } from './dispatches.ts';
import { type Dispatch, GatewaySession } from './session.ts';

/** How long a session whose socket dropped may be resumed. */
const RESUMABLE_FOR = 3 * 60_000;
const STARTS_A_DAY = 1000;
/** Closing with one of these ends the session: the bot said that it goes. */
const FAREWELLS: ReadonlySet<number> = new Set([1000, 1001]);

export interface Gateway {
  /** Takes over a request to `/gateway?v=10&encoding=json`. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** Tells every session whose intents include `intent`; says whether there is any to be told. */
  dispatch(dispatch: Dispatch, intent?: number): boolean;
  isOnline(): boolean;
  sessionStartsLeft(): number;
  /** Drops the bot's sockets as a failing network does (1006), or closes them with a code. */
  drop(reason?: CloseReason): void;
  /** Tells the bot that its session is no more, or that it should resume. */
  invalidate(isResumable: boolean): void;
  requestReconnect(): void;
  stop(): void;
}

export type GatewayParts = {
  readonly world: World;
  readonly timers: Timers;
  readonly record: (dispatch: Dispatch) => void;
};

export function createGateway({ world, timers, record }: GatewayParts): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, GatewaySession>();
  let starts = 0;
  let wasOnline = false;

  const connected = (): GatewaySession[] => [...sessions.values()].filter((session) => session.isConnected);
  const tellPresence = (): void => {
    const isOnline = connected().length > 0;
    if (isOnline !== wasOnline) {
      wasOnline = isOnline;
      world.events.publish({ kind: 'bot', isOnline });
    }
  };
  const begin = (socket: WebSocket, intents: number): GatewaySession => {
    starts += 1;
    const session = new GatewaySession(randomBytes(16).toString('hex'), intents, socket);
    sessions.set(session.id, session);
    for (const dispatch of welcome(world, session)) {
      record(dispatch);
      session.dispatch(dispatch);
    }
    tellPresence();
    return session;
  };
  const left = (session: GatewaySession, code: number): void => {
    if (FAREWELLS.has(code)) {
      sessions.delete(session.id);
    } else if (!session.isConnected) {
      timers.after(RESUMABLE_FOR, () => {
        if (!session.isConnected) {
          sessions.delete(session.id);
        }
      });
    }
    tellPresence();
  };
  const parts = {
    now: world.now,
    timers,
    botToken: world.botToken,
    begin,
    findSession: (id: string) => sessions.get(id),
    resumed: tellPresence,
    left,
  };

  const gateway: Gateway = {
    upgrade(request, stream, head) {
      sockets.handleUpgrade(request, stream, head, (socket) => {
        const query = new URL(request.url ?? '', world.origin()).searchParams;
        if (query.get('v') === '10' && query.get('encoding') === 'json') {
          serveConnection(socket, parts);
        } else {
          closeBecause(socket, 'invalidVersion');
        }
      });
    },
    dispatch(dispatch, intent = 0) {
      const told = [...sessions.values()].filter((session) => (session.intents & intent) === intent);
      if (told.length > 0) {
        record(dispatch);
      }
      for (const session of told) {
        session.dispatch(dispatch);
      }
      return told.length > 0;
    },
    isOnline: () => connected().length > 0,
    sessionStartsLeft: () => STARTS_A_DAY - starts,
    drop(reason) {
      for (const { socket } of connected()) {
        if (socket && reason) {
          closeBecause(socket, reason);
        } else {
          socket?.terminate();
        }
      }
    },
    invalidate(isResumable) {
      for (const session of connected()) {
        if (!isResumable) {
          sessions.delete(session.id);
        }
        session.socket?.send(JSON.stringify({ op: OP.invalidSession, d: isResumable }));
      }
    },
    requestReconnect() {
      for (const { socket } of connected()) {
        socket?.send(JSON.stringify({ op: OP.reconnect, d: null }));
      }
    },
    stop() {
      unsubscribe();
      for (const socket of sockets.clients) {
        socket.terminate();
      }
      sockets.close();
    },
  };
  const unsubscribe = world.events.subscribe((event) => {
    const told = dispatchOf(event);
    if (told) {
      gateway.dispatch(told.dispatch, told.intent);
    }
  });
  return gateway;
}

function welcome(world: World, session: GatewaySession): readonly Dispatch[] {
  const { id, flags } = applicationObject();
  const ready: ApiObject = {
    v: 10,
    user: { ...userObject(BOT), verified: true, mfa_enabled: true, email: null },
    guilds: [{ id: SERVER.id, unavailable: true }],
    session_id: session.id,
    resume_gateway_url: `${world.origin().replace('http', 'ws')}/gateway`,
    shard: [0, 1],
    application: { id, flags },
    private_channels: [],
    relationships: [],
    _trace: [],
  };
  const hasServers = (session.intents & INTENT.guilds) !== 0;
  return [
    { event: 'READY', content: ready },
    ...(hasServers ? [{ event: 'GUILD_CREATE', content: gatewayServerObject(world.server) }] : []),
  ];
}

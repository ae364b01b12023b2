import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Timers } from '#playground/timers.ts';
import type { World, WorldEvent } from '#playground/world/world.ts';
import { closeBecause, type CloseReason, OP } from './codes.ts';
import { GatewayConnection } from './gateway-connection.ts';
import { dispatchOf, welcome } from './dispatches.ts';
import { type Dispatch, GatewaySession } from './gateway-session.ts';
import { gatewayServerObject } from '#playground/world/api-objects.ts';

/** How long a session whose socket dropped may be resumed. */
const RESUMABLE_FOR = 3 * 60_000;
const STARTS_A_DAY = 1000;
/** Closing with one of these ends the session: the bot said that it goes. */
const FAREWELLS: ReadonlySet<number> = new Set([1000, 1001]);

export type GatewayParts = {
  readonly world: World;
  readonly timers: Timers;
  /** Told of each dispatch once, however many sessions hear it. */
  readonly record: (dispatch: Dispatch) => void;
};

/** Tells the bot what happens, over as many sessions as it has. */
export class Gateway {
  readonly #parts: GatewayParts;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #unsubscribe: () => void;
  #starts = 0;
  #wasOnline = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.world.events.subscribe((event) => this.#hear(event));
  }

  /** Takes over a request to `/gateway?v=10&encoding=json`. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, stream, head, (socket) => {
      const { searchParams } = new URL(request.url ?? '', this.#parts.world.origin());
      if (searchParams.get('v') === '10' && searchParams.get('encoding') === 'json') {
        this.#connect(socket);
      } else {
        closeBecause(socket, 'invalidVersion');
      }
    });
  }

  /** Tells every session whose intents include `intent`; says whether there is any to be told. */
  dispatch(dispatch: Dispatch, intent = 0): boolean {
    const reached = [...this.#sessions.values()].filter((session) => (session.intents & intent) === intent);
    if (reached.length > 0) {
      this.#parts.record(dispatch);
    }
    for (const session of reached) {
      session.dispatch(dispatch);
    }
    return reached.length > 0;
  }

  isOnline(): boolean {
    return this.#connected().length > 0;
  }

  sessionStartsLeft(): number {
    return STARTS_A_DAY - this.#starts;
  }

  /** Drops the bot's sockets as a failing network does, or closes them with a reason. */
  drop(reason?: CloseReason): void {
    for (const { socket } of this.#connected()) {
      if (socket && reason) {
        closeBecause(socket, reason);
      } else {
        socket?.terminate();
      }
    }
  }

  /** Tells the bot that its session is no more, or that it should resume it. */
  invalidate(isResumable: boolean): void {
    for (const session of this.#connected()) {
      if (!isResumable) {
        this.#sessions.delete(session.id);
      }
      session.socket?.send(JSON.stringify({ op: OP.invalidSession, d: isResumable }));
    }
  }

  requestReconnect(): void {
    for (const { socket } of this.#connected()) {
      socket?.send(JSON.stringify({ op: OP.reconnect, d: null }));
    }
  }

  /** The bot was removed from the server, or the server cannot be reached for a while. */
  loseServer(isRemoval: boolean): void {
    const { id } = gatewayServerObject(this.#parts.world.server);
    this.dispatch({ event: 'GUILD_DELETE', content: isRemoval ? { id } : { id, unavailable: true } });
  }

  /** The bot was invited again, or the server can be reached again. */
  returnServer(): void {
    this.dispatch({ event: 'GUILD_CREATE', content: gatewayServerObject(this.#parts.world.server) });
  }

  stop(): void {
    this.#unsubscribe();
    for (const socket of this.#sockets.clients) {
      socket.terminate();
    }
    this.#sockets.close();
  }

  #connected(): readonly GatewaySession[] {
    return [...this.#sessions.values()].filter((session) => session.isConnected);
  }

  #connect(socket: WebSocket): void {
    const { world, timers } = this.#parts;
    new GatewayConnection(socket, {
      now: world.now,
      timers,
      botToken: world.botToken,
      begin: (identified, intents) => this.#begin(identified, intents),
      findSession: (id) => this.#sessions.get(id),
      resumed: () => this.#tellPresence(),
      left: (session, code) => this.#left(session, code),
    }).start();
  }

  #begin(socket: WebSocket, intents: number): GatewaySession {
    this.#starts += 1;
    const session = new GatewaySession(randomBytes(16).toString('hex'), intents, socket);
    this.#sessions.set(session.id, session);
    for (const dispatch of welcome(this.#parts.world, session)) {
      this.#parts.record(dispatch);
      session.dispatch(dispatch);
    }
    this.#tellPresence();
    return session;
  }

  #left(session: GatewaySession, code: number): void {
    if (FAREWELLS.has(code)) {
      this.#sessions.delete(session.id);
    } else if (!session.isConnected) {
      this.#parts.timers.after(RESUMABLE_FOR, () => {
        if (!session.isConnected) {
          this.#sessions.delete(session.id);
        }
      });
    }
    this.#tellPresence();
  }

  #tellPresence(): void {
    const isOnline = this.isOnline();
    if (isOnline !== this.#wasOnline) {
      this.#wasOnline = isOnline;
      this.#parts.world.events.publish({ kind: 'bot', isOnline });
    }
  }

  #hear(event: WorldEvent): void {
    const reached = dispatchOf(event);
    if (reached) {
      this.dispatch(reached.dispatch, reached.intent);
    }
  }
}

import type { RawData, WebSocket } from 'ws';
import { isObject, numberOf, objectOf, parseJson, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { Timers } from '#playground/timers.ts';
import { ALL_INTENTS, closeBecause, type CloseReason, OP, PRIVILEGED } from './codes.ts';
import type { GatewaySession } from './gateway-session.ts';

/** Milliseconds between the bot's heartbeats. */
const HEARTBEAT_INTERVAL = 41_250;
/** How many intervals may pass without one. */
const MISSED_HEARTBEATS = 2;
const LARGEST_FRAME = 4096;
const MOST_FRAMES = 120;
const FRAMES_WITHIN = 60_000;

export type ConnectionParts = {
  readonly now: () => number;
  readonly timers: Timers;
  readonly botToken: string;
  /** Begins a session; its first dispatches go out through it. */
  begin(socket: WebSocket, intents: number): GatewaySession;
  findSession(id: string): GatewaySession | undefined;
  resumed(session: GatewaySession): void;
  left(session: GatewaySession, closeCode: number): void;
};

/** Speaks with a bot over one socket, from Hello to the end. */
export class GatewayConnection {
  readonly #socket: WebSocket;
  readonly #parts: ConnectionParts;
  #session: GatewaySession | undefined;
  /** When the latest frames came. */
  #frames: readonly number[] = [];
  #stopWaiting = (): void => {};

  constructor(socket: WebSocket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
  }

  start(): void {
    this.#socket.on('message', (raw) => this.#hear(raw));
    this.#socket.on('error', () => this.#socket.terminate());
    this.#socket.on('close', (code) => this.#end(code));
    this.#waitForHeartbeat();
    this.#send(OP.hello, { heartbeat_interval: HEARTBEAT_INTERVAL, _trace: [] });
  }

  #hear(raw: RawData): void {
    const now = this.#parts.now();
    const text = textOfFrame(raw);
    const frame = text.length > LARGEST_FRAME ? undefined : parseJson(text);
    this.#frames = [...this.#frames.filter((at) => at > now - FRAMES_WITHIN), now];
    const problem = isObject(frame) ? this.#receive(frame) : 'decodeError';
    const reason = this.#frames.length > MOST_FRAMES ? 'rateLimited' : problem;
    if (reason) {
      closeBecause(this.#socket, reason);
    }
  }

  /** Returns why to hang up, if so. */
  #receive(frame: ApiObject): CloseReason | undefined {
    const content = objectOf(frame, 'd') ?? {};
    switch (numberOf(frame, 'op')) {
      case OP.heartbeat:
        this.#waitForHeartbeat();
        this.#send(OP.heartbeatAck, null);
        return undefined;
      case OP.identify:
        return this.#identify(content);
      case OP.resume:
        return this.#resume(content);
      case OP.presence:
      case OP.voiceState:
      case OP.requestMembers:
        return this.#session ? undefined : 'notAuthenticated';
      default:
        return 'unknownOp';
    }
  }

  #identify(content: ApiObject): CloseReason | undefined {
    if (this.#session) {
      return 'alreadyAuthenticated';
    }
    const refusal = refusalOf(content, this.#parts.botToken);
    if (!refusal) {
      this.#session = this.#parts.begin(this.#socket, numberOf(content, 'intents') ?? 0);
    }
    return refusal;
  }

  #resume(content: ApiObject): CloseReason | undefined {
    if (this.#session) {
      return 'alreadyAuthenticated';
    }
    if (bareToken(content) !== this.#parts.botToken) {
      return 'authenticationFailed';
    }
    const known = this.#parts.findSession(textOf(content, 'session_id') ?? '');
    const sequence = numberOf(content, 'seq') ?? 0;
    if (known && sequence > known.sequence) {
      return 'invalidSequence';
    }
    if (!known?.canResumeFrom(sequence)) {
      this.#send(OP.invalidSession, false);
      return undefined;
    }
    this.#session = known;
    known.resume(this.#socket, sequence);
    this.#parts.resumed(known);
    return undefined;
  }

  #waitForHeartbeat(): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#parts.timers.after(HEARTBEAT_INTERVAL * MISSED_HEARTBEATS, () =>
      closeBecause(this.#socket, 'timedOut'),
    );
  }

  #end(code: number): void {
    this.#stopWaiting();
    this.#session?.leave(this.#socket);
    if (this.#session) {
      this.#parts.left(this.#session, code);
    }
  }

  #send(op: number, content: unknown): void {
    this.#socket.send(JSON.stringify({ op, d: content, s: null, t: null }));
  }
}

function textOfFrame(raw: RawData): string {
  if (Array.isArray(raw)) {
    return Buffer.concat(raw).toString('utf8');
  }
  return Buffer.from(raw instanceof ArrayBuffer ? new Uint8Array(raw) : raw).toString('utf8');
}

/** Why a bot that identifies itself so is not let in; `undefined` when it is. */
function refusalOf(content: ApiObject, botToken: string): CloseReason | undefined {
  if (bareToken(content) !== botToken) {
    return 'authenticationFailed';
  }
  if (!isShard(content['shard'] ?? [0, 1])) {
    return 'invalidShard';
  }
  return refusalOfIntents(numberOf(content, 'intents') ?? -1);
}

function bareToken(content: ApiObject): string {
  return (textOf(content, 'token') ?? '').replace(/^Bot /, '');
}

function isShard(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) {
    return false;
  }
  const [id, count] = value.map(Number);
  return id !== undefined && count !== undefined && id >= 0 && id < count;
}

function refusalOfIntents(intents: number): CloseReason | undefined {
  if (!Number.isInteger(intents) || intents < 0 || intents > ALL_INTENTS) {
    return 'invalidIntents';
  }
  return (intents & PRIVILEGED) === 0 ? undefined : 'disallowedIntents';
}

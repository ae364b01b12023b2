import type { RawData, WebSocket } from 'ws';
import { isObject, numberOf, objectOf, parseJson, textOf } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
import type { Timers } from '../timers.ts';
import { closeBecause } from './close.ts';
import { ALL_INTENTS, type CloseReason, OP, PRIVILEGED } from './codes.ts';
import type { GatewaySession } from './session.ts';

/** Milliseconds between the bot's heartbeats. */
const HEARTBEAT_INTERVAL = 41_250;
/** How many intervals may pass without one. */
const PATIENCE = 2;
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
export function serveConnection(socket: WebSocket, parts: ConnectionParts): void {
  let session: GatewaySession | undefined;
  let frames: readonly number[] = [];
  let stopWaiting = (): void => {};

  const send = (op: number, content: unknown): void =>
    socket.send(JSON.stringify({ op, d: content, s: null, t: null }));
  const hangUp = (reason: CloseReason): void => closeBecause(socket, reason);
  const waitForHeartbeat = (): void => {
    stopWaiting();
    stopWaiting = parts.timers.after(HEARTBEAT_INTERVAL * PATIENCE, () => hangUp('timedOut'));
  };

  const identify = (content: ApiObject): CloseReason | undefined => {
    const refusal = refusalOf(content, parts.botToken);
    if (session || refusal) {
      return session ? 'alreadyAuthenticated' : refusal;
    }
    session = parts.begin(socket, numberOf(content, 'intents') ?? 0);
    return undefined;
  };
  const resume = (content: ApiObject): CloseReason | undefined => {
    if (session) {
      return 'alreadyAuthenticated';
    }
    if (bareToken(content) !== parts.botToken) {
      return 'authenticationFailed';
    }
    const known = parts.findSession(textOf(content, 'session_id') ?? '');
    const sequence = numberOf(content, 'seq') ?? 0;
    if (!known?.canResumeFrom(sequence)) {
      send(OP.invalidSession, false);
      return undefined;
    }
    session = known;
    known.resume(socket, sequence);
    parts.resumed(known);
    return undefined;
  };
  const receive = (frame: ApiObject): CloseReason | undefined => {
    const content = objectOf(frame, 'd') ?? {};
    switch (numberOf(frame, 'op')) {
      case OP.heartbeat:
        waitForHeartbeat();
        send(OP.heartbeatAck, null);
        return undefined;
      case OP.identify:
        return identify(content);
      case OP.resume:
        return resume(content);
      case OP.presence:
      case OP.voiceState:
      case OP.requestMembers:
        return session ? undefined : 'notAuthenticated';
      default:
        return 'unknownOp';
    }
  };

  socket.on('message', (raw: RawData) => {
    const text = textOfFrame(raw);
    const frame = text.length > LARGEST_FRAME ? undefined : parseJson(text);
    frames = [...frames.filter((at) => at > parts.now() - FRAMES_WITHIN), parts.now()];
    const problem =
      frames.length > MOST_FRAMES ? 'rateLimited' : isObject(frame) ? receive(frame) : 'decodeError';
    if (problem) {
      hangUp(problem);
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    stopWaiting();
    session?.leave(socket);
    if (session) {
      parts.left(session, code);
    }
  });
  waitForHeartbeat();
  send(OP.hello, { heartbeat_interval: HEARTBEAT_INTERVAL, _trace: [] });
}

function refusalOf(content: ApiObject, botToken: string): CloseReason | undefined {
  const intents = numberOf(content, 'intents');
  const shard: unknown = content['shard'] ?? [0, 1];
  if (bareToken(content) !== botToken) {
    return 'authenticationFailed';
  }
  if (
    !Array.isArray(shard) ||
    shard.length !== 2 ||
    !(Number(shard[0]) >= 0 && Number(shard[0]) < Number(shard[1]))
  ) {
    return 'invalidShard';
  }
  if (intents === undefined || !Number.isInteger(intents) || intents < 0 || intents > ALL_INTENTS) {
    return 'invalidIntents';
  }
  return (intents & PRIVILEGED) === 0 ? undefined : 'disallowedIntents';
}

function bareToken(content: ApiObject): string {
  return (textOf(content, 'token') ?? '').replace(/^Bot /, '');
}

function textOfFrame(raw: RawData): string {
  if (Array.isArray(raw)) {
    return Buffer.concat(raw).toString('utf8');
  }
  return Buffer.from(raw instanceof ArrayBuffer ? new Uint8Array(raw) : raw).toString('utf8');
}

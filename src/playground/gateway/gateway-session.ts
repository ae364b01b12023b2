import type { WebSocket } from 'ws';
import type { ApiObject } from '#playground/page-protocol.ts';
import { OP } from './codes.ts';

export type Dispatch = { readonly event: string; readonly content: ApiObject };

type Numbered = Dispatch & { readonly sequence: number };

/** More than a bot can miss in the time that a session may be resumed. */
const MOST_RECENT = 1000;

/** What one login of the bot was told, so that it can go on where it was when its socket drops. */
export class GatewaySession {
  readonly id: string;
  readonly intents: number;
  #socket: WebSocket | undefined;
  #sequence = 0;
  #recent: readonly Numbered[] = [];

  constructor(id: string, intents: number, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.#socket = socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  get isConnected(): boolean {
    return this.#socket !== undefined;
  }

  get socket(): WebSocket | undefined {
    return this.#socket;
  }

  /** Tells now, or when the session is resumed. */
  dispatch(dispatch: Dispatch): void {
    this.#sequence += 1;
    const numbered = { ...dispatch, sequence: this.#sequence };
    this.#recent = [...this.#recent, numbered].slice(-MOST_RECENT);
    this.#send(numbered);
  }

  /** Whether everything after `sequence` is still known. */
  canResumeFrom(sequence: number): boolean {
    const first = this.#recent[0]?.sequence ?? this.#sequence + 1;
    return sequence <= this.#sequence && sequence >= first - 1;
  }

  /** Tells over a new socket what came after `sequence`, in its order, then that this was all. */
  resume(socket: WebSocket, sequence: number): void {
    this.#socket?.terminate();
    this.#socket = socket;
    for (const missed of this.#recent.filter((numbered) => numbered.sequence > sequence)) {
      this.#send(missed);
    }
    this.dispatch({ event: 'RESUMED', content: { _trace: [] } });
  }

  /** Forgets a socket that closed, unless another took its place. */
  leave(socket: WebSocket): void {
    if (this.#socket === socket) {
      this.#socket = undefined;
    }
  }

  #send({ event, content, sequence }: Numbered): void {
    this.#socket?.send(JSON.stringify({ op: OP.dispatch, t: event, s: sequence, d: content }));
  }
}

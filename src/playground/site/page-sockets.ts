import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Acts } from '#playground/interactions/acts.ts';
import { Refused } from '#playground/interactions/use.ts';
import type { FromPage, ToPage } from '#playground/page-protocol.ts';
import type { PlaybackControl } from '#playground/playback.ts';
import type { World, WorldEvent } from '#playground/world/world.ts';
import { helloFor, toAsker, toEverybody } from './to-page.ts';
import { readFromPage } from './read-from-page.ts';

/** More than any form or command needs. */
const LARGEST_FRAME = 256 * 1024;

const NOT_UNDERSTOOD = 1008;

export type PageSocketParts = {
  readonly world: World;
  readonly acts: Acts;
  readonly isBotOnline: () => boolean;
};

/** Tells the open pages what happens, and does what the people at them ask for. */
export class PageSockets {
  readonly #parts: PageSocketParts;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  readonly #unsubscribe: () => void;
  #control: PlaybackControl | undefined;
  #stopPlayback = (): void => {};

  constructor(parts: PageSocketParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.world.events.subscribe((event) => this.#hear(event));
  }

  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#serve(socket));
  }

  /** Sets what plays an episode, or that nothing does. */
  setControl(control: PlaybackControl | undefined): void {
    this.#stopPlayback();
    this.#control = control;
    this.#stopPlayback =
      control?.subscribe((playback) => this.#tellAll({ type: 'playback', playback })) ?? ((): void => {});
    this.#greetAll();
  }

  stop(): void {
    this.#unsubscribe();
    this.#stopPlayback();
    for (const socket of this.#server.clients) {
      socket.terminate();
    }
    this.#server.close();
  }

  #hear(event: WorldEvent): void {
    const told = toEverybody(this.#parts.world, event);
    if (told) {
      this.#tellAll(told);
    }
    if (event.kind === 'channel') {
      this.#greetAll();
    }
  }

  #serve(socket: WebSocket): void {
    /** The page's own names for the interactions that it waits for. */
    const refs = new Map<string, string>();
    const stopListening = this.#parts.world.events.subscribe((event) => {
      const ref = 'interactionId' in event ? refs.get(event.interactionId) : undefined;
      const told = ref === undefined ? undefined : toAsker(event, ref);
      if (told) {
        tell(socket, told);
      }
    });
    socket.on('close', stopListening);
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const request = Buffer.isBuffer(raw) ? readFromPage(raw.toString('utf8')) : undefined;
      if (request) {
        this.#answer(socket, request, refs);
      } else {
        socket.close(NOT_UNDERSTOOD, 'Not understood');
      }
    });
    this.#greet(socket);
  }

  #answer(socket: WebSocket, request: FromPage, refs: Map<string, string>): void {
    const refuse = (error: unknown): void => {
      const reason = error instanceof Error ? error.message : 'This could not be done.';
      tell(socket, { type: 'refused', ref: request.ref, reason });
    };
    try {
      if (request.type !== 'playback') {
        refs.set(act(this.#parts.acts, request), request.ref);
      } else if (this.#control) {
        this.#control.request(request.request).catch(refuse);
      } else {
        throw new Refused('Nothing plays an episode here.');
      }
    } catch (error) {
      refuse(error);
    }
  }

  #greet(socket: WebSocket): void {
    const { world, isBotOnline } = this.#parts;
    tell(socket, helloFor(world, isBotOnline(), this.#control?.state()));
  }

  #greetAll(): void {
    for (const socket of this.#server.clients) {
      this.#greet(socket);
    }
  }

  #tellAll(event: ToPage): void {
    for (const socket of this.#server.clients) {
      tell(socket, event);
    }
  }
}

function act(acts: Acts, request: Exclude<FromPage, { type: 'playback' }>): string {
  switch (request.type) {
    case 'command':
      return acts.useCommand(request);
    case 'autocomplete':
      return acts.autocomplete(request);
    case 'component':
      return acts.useComponent(request);
    case 'modal-submit':
      return acts.submitModal(request);
  }
}

function tell(socket: WebSocket, event: ToPage): void {
  socket.send(JSON.stringify(event));
}

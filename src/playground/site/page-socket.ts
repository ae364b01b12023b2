import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Acts } from '../interactions/acts.ts';
import { Refused } from '../interactions/refused.ts';
import type { FromPage, ToPage } from '../page-protocol.ts';
import type { PlaybackControl } from '../playback.ts';
import { pageMessage } from '../seat/page-message.ts';
import type { World, WorldEvent } from '../world/world.ts';
import { helloFor, offeredCommands } from './hello.ts';
import { readFromPage } from './read-from-page.ts';

/** More than any form or command needs. */
const LARGEST_FRAME = 256 * 1024;

export interface PageSockets {
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void;
  /** Sets what plays an episode, or that nothing does. */
  setControl(control: PlaybackControl | undefined): void;
  stop(): void;
}

export type PageSocketParts = {
  readonly world: World;
  readonly acts: Acts;
  readonly isBotOnline: () => boolean;
};

/** Tells the open pages what happens, and does what the people at them ask for. */
export function createPageSockets({ world, acts, isBotOnline }: PageSocketParts): PageSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });
  let control: PlaybackControl | undefined;
  let stopPlayback = (): void => {};

  const tellAll = (event: ToPage): void => {
    for (const socket of server.clients) {
      tell(socket, event);
    }
  };
  const greet = (socket: WebSocket): void => tell(socket, helloFor(world, isBotOnline(), control?.state()));
  const unsubscribe = world.events.subscribe((event) => {
    const told = toAll(world, event);
    if (told) {
      tellAll(told);
    }
    if (event.kind === 'channel') {
      for (const socket of server.clients) {
        greet(socket);
      }
    }
  });

  const serve = (socket: WebSocket): void => {
    /** The page's own names for the interactions that it waits for. */
    const refs = new Map<string, string>();
    const stopListening = world.events.subscribe((event) => {
      const ref = 'interactionId' in event ? refs.get(event.interactionId) : undefined;
      const told = ref === undefined ? undefined : toAsker(event, ref);
      if (told) {
        tell(socket, told);
      }
    });
    socket.on('close', stopListening);
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const asked = readFromPage(String(raw));
      if (!asked) {
        socket.close(1008, 'Not understood');
        return;
      }
      const refuse = (error: unknown): void =>
        tell(socket, { type: 'refused', ref: asked.ref, reason: reasonOf(error) });
      try {
        if (asked.type === 'playback') {
          if (!control) {
            throw new Refused('Nothing plays an episode here.');
          }
          control.request(asked.request).catch(refuse);
        } else {
          refs.set(act(acts, asked), asked.ref);
        }
      } catch (error) {
        refuse(error);
      }
    });
    greet(socket);
  };

  return {
    upgrade(request, stream, head) {
      server.handleUpgrade(request, stream, head, serve);
    },
    setControl(next) {
      stopPlayback();
      control = next;
      stopPlayback =
        next?.subscribe((playback) => tellAll({ type: 'playback', playback })) ?? ((): void => {});
      for (const socket of server.clients) {
        greet(socket);
      }
    },
    stop() {
      unsubscribe();
      stopPlayback();
      for (const socket of server.clients) {
        socket.terminate();
      }
      server.close();
    },
  };

  function toAll(within: World, event: WorldEvent): ToPage | undefined {
    switch (event.kind) {
      case 'message':
        return { type: 'message', channelId: event.kept.channelId, message: pageMessage(event.kept) };
      case 'message-deleted':
        return { type: 'message-delete', channelId: event.kept.channelId, messageId: event.kept.message.id };
      case 'commands':
        return { type: 'commands', commands: offeredCommands(within) };
      case 'bot':
        return { type: 'bot', online: event.isOnline };
      default:
        return undefined;
    }
  }
}

function toAsker(event: WorldEvent, ref: string): ToPage | undefined {
  switch (event.kind) {
    case 'acknowledged':
      return { type: 'interaction', ref, state: 'acknowledged' };
    case 'failed':
      return { type: 'interaction', ref, state: 'failed', reason: event.reason };
    case 'choices':
      return { type: 'choices', ref, choices: event.choices };
    case 'modal':
      return { type: 'modal', ref, modal: event.modal };
    default:
      return undefined;
  }
}

function act(acts: Acts, asked: Exclude<FromPage, { type: 'playback' }>): string {
  switch (asked.type) {
    case 'command':
      return acts.useCommand(asked);
    case 'autocomplete':
      return acts.autocomplete(asked);
    case 'component':
      return acts.useComponent(asked);
    case 'modal-submit':
      return acts.submitModal(asked);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'This could not be done.';
}

function tell(socket: WebSocket, event: ToPage): void {
  socket.send(JSON.stringify(event));
}

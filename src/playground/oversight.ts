import type { Acts } from '#playground/interactions/acts.ts';
import type { PageMessage } from './page-protocol.ts';
import { pageMessage } from '#playground/seat/seen.ts';
import { Seat } from '#playground/seat/seat.ts';
import { BOT, MEMBER, OWNER, PEOPLE, type Person, STEWARD } from '#playground/world/cast.ts';
import { permissionBits, type PermissionName } from '#playground/world/permissions.ts';
import type { World } from '#playground/world/world.ts';

export type MessageListener = (message: PageMessage, change: 'created' | 'edited') => void;

/** What whoever runs the local Discord sees and may do in it, beside the people in it. */
export interface Oversight {
  readonly people: { readonly member: Person; readonly steward: Person; readonly owner: Person };
  /** @throws RangeError for someone who is not there */
  actAs(userId: string): Seat;
  /** All of a channel, also what only one person sees, oldest first. */
  messages(channelId: string): readonly PageMessage[];
  /** As it is now; `undefined` when it was deleted or never was. */
  findMessage(id: string): PageMessage | undefined;
  /** The first message of the server, there already or to come or to be edited so, that fits. */
  waitForMessage(fits: (message: PageMessage) => boolean, signal?: AbortSignal): Promise<PageMessage>;
  /** Tells of each new and each edited message; returns how to stop. */
  onMessage(listener: MessageListener): () => void;
  /** Takes permissions from the bot in a channel, those named and no others; none gives all back. */
  denyBot(channelId: string, ...names: readonly PermissionName[]): void;
  removeChannel(channelId: string): void;
}

export function createOversight(world: World, acts: Acts): Oversight {
  return {
    people: { member: MEMBER, steward: STEWARD, owner: OWNER },
    actAs(userId) {
      const person = PEOPLE.find(({ id }) => id === userId);
      if (!person) {
        throw new RangeError(`There is nobody with the id ${userId}.`);
      }
      return new Seat(world, acts, person);
    },
    messages: (channelId) => messagesOf(world, channelId),
    findMessage(id) {
      const stored = world.store.messages.find(id);
      return stored && pageMessage(stored);
    },
    waitForMessage: (fits, signal) => waitForMessage(world, fits, signal),
    onMessage: (listener) => onMessage(world, listener),
    denyBot(channelId, ...names) {
      const exception = { id: BOT.id, kind: 1, allow: 0n, deny: permissionBits(...names) } as const;
      const channel = world.server.overwrite(channelId, names.length > 0 ? [exception] : []);
      world.events.publish({ kind: 'channel', change: 'updated', channel });
    },
    removeChannel(channelId) {
      const channel = world.server.remove(channelId);
      world.events.publish({ kind: 'channel', change: 'deleted', channel });
    },
  };
}

function messagesOf(world: World, channelId: string): readonly PageMessage[] {
  return world.store.messages.all(channelId).map(pageMessage);
}

function onMessage(world: World, listener: MessageListener): () => void {
  return world.events.subscribe((event) => {
    if (event.kind === 'message') {
      listener(pageMessage(event.stored), event.change);
    }
  });
}

function waitForMessage(
  world: World,
  fits: (message: PageMessage) => boolean,
  signal: AbortSignal | undefined,
): Promise<PageMessage> {
  const earlier = world.server
    .channels()
    .flatMap(({ id }) => messagesOf(world, id))
    .find(fits);
  if (earlier) {
    return Promise.resolve(earlier);
  }
  return new Promise((resolve, reject) => {
    const stop = onMessage(world, (message) => {
      if (fits(message)) {
        stop();
        resolve(message);
      }
    });
    signal?.addEventListener('abort', () => {
      stop();
      reject(signal.reason instanceof Error ? signal.reason : new Error('No such message came.'));
    });
  });
}

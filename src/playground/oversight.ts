import type { Acts } from './interactions/acts.ts';
import type { PageMessage } from './page-protocol.ts';
import { pageMessage } from './seat/page-message.ts';
import { createSeat, type Seat } from './seat/seat.ts';
import { BOT, MEMBER, OWNER, PEOPLE, type Person, STEWARD } from './world/cast.ts';
import { permissionBits, type PermissionName } from './world/permissions.ts';
import type { World } from './world/world.ts';

/** What whoever runs the local Discord sees and may do in it, beside the people in it. */
export interface Oversight {
  readonly people: { readonly member: Person; readonly steward: Person; readonly owner: Person };
  /** @throws RangeError for someone who is not there */
  actAs(userId: string): Seat;
  /** All of a channel, also what only one person sees, oldest first. */
  messages(channelId: string): readonly PageMessage[];
  /** As it is now; `undefined` when it was deleted or never was. */
  findMessage(id: string): PageMessage | undefined;
  /** The first message, there already or to come or to be edited so, that fits. */
  waitForMessage(fits: (message: PageMessage) => boolean, signal?: AbortSignal): Promise<PageMessage>;
  /** Tells of each new and each edited message; returns how to stop. */
  onMessage(listener: (message: PageMessage, change: 'created' | 'edited') => void): () => void;
  /** Takes permissions from the bot in a channel, those named and no others; none gives all back. */
  denyBot(channelId: string, ...names: readonly PermissionName[]): void;
  removeChannel(channelId: string): void;
}

export function createOversight(world: World, acts: Acts): Oversight {
  const { messages: table } = world.store;
  const messages = (channelId: string): readonly PageMessage[] => table.all(channelId).map(pageMessage);
  const onMessage: Oversight['onMessage'] = (listener) =>
    world.events.subscribe((event) => {
      if (event.kind === 'message') {
        listener(pageMessage(event.kept), event.change);
      }
    });

  return {
    people: { member: MEMBER, steward: STEWARD, owner: OWNER },
    actAs(userId) {
      const person = PEOPLE.find(({ id }) => id === userId);
      if (!person) {
        throw new RangeError(`There is nobody with the id ${userId}.`);
      }
      return createSeat({ world, acts, messages }, person);
    },
    messages,
    findMessage(id) {
      const kept = table.find(id);
      return kept && pageMessage(kept);
    },
    waitForMessage(fits, signal) {
      const earlier = world.server
        .channels()
        .flatMap(({ id }) => messages(id))
        .find(fits);
      if (earlier) {
        return Promise.resolve(earlier);
      }
      return new Promise((resolve, reject) => {
        const stop = onMessage((message) => {
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
    },
    onMessage,
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

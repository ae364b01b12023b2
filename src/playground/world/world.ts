import type { ApiObject } from '#playground/page-protocol.ts';
import type { Store } from '#playground/store/store.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';
import type { Channel, Server } from './server.ts';

/** What happened in the local Discord, for whoever shows it or tells the bot of it. */
export type WorldEvent =
  | {
      readonly kind: 'message';
      readonly change: 'created' | 'edited';
      readonly stored: StoredMessage;
      readonly nonce?: string;
    }
  | { readonly kind: 'message-deleted'; readonly stored: StoredMessage }
  | { readonly kind: 'commands' }
  | { readonly kind: 'bot'; readonly isOnline: boolean }
  | { readonly kind: 'channel'; readonly change: 'updated' | 'deleted'; readonly channel: Channel }
  /** The bot let an interaction know that it was heard, otherwise than by a modal or by choices. */
  | { readonly kind: 'acknowledged'; readonly interactionId: string; readonly isDeferred: boolean }
  /** An answer to an interaction that the person sees: a reply, a follow-up, or a message changed. */
  | { readonly kind: 'shown'; readonly interactionId: string; readonly messageId: string }
  /** The bot took its reply away before it said anything. */
  | { readonly kind: 'withdrawn'; readonly interactionId: string }
  | { readonly kind: 'modal'; readonly interactionId: string; readonly modal: ApiObject }
  | { readonly kind: 'choices'; readonly interactionId: string; readonly choices: readonly ApiObject[] }
  | { readonly kind: 'failed'; readonly interactionId: string; readonly reason: string };

/** What every part of the local Discord shares. */
export type World = {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly nextId: () => string;
  /** Where this run is reached, such as `http://127.0.0.1:4321`. */
  readonly origin: () => string;
  readonly botToken: string;
  readonly server: Server;
  readonly store: Store;
  readonly events: Topic<WorldEvent>;
};

/** Tells whoever listens, in the order in which they began to. */
export type Topic<Event> = {
  publish(event: Event): void;
  /** Returns how to stop being told. */
  subscribe(listener: (event: Event) => void): () => void;
};

export function createTopic<Event>(): Topic<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    publish(event) {
      // A copy: whoever listens may stop or begin to while it is told.
      for (const listener of Array.from(listeners)) {
        listener(event);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

import { MESSAGE_FLAG } from '#playground/discord-types.ts';
import { Refused } from '#playground/interactions/use.ts';
import { numberOf } from '#playground/json.ts';
import type { ApiObject, PageMessage } from '#playground/page-protocol.ts';
import type { World, WorldEvent } from '#playground/world/world.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';

export type Until = 'acknowledged' | 'shown';

/** What came of something that a person did. */
export type Seen = {
  /** Empty when it was refused before the bot heard of it. */
  readonly interactionId: string;
  /**
   * `message`: a reply, a follow-up or a changed message. `acknowledged`: a first sign, nothing to see yet, asked
   * for by `until`. `withdrawn`: the bot took its "thinking" away. `failed`: it did not respond. `refused`: Discord
   * would not have let it be done.
   */
  readonly outcome: 'message' | 'modal' | 'choices' | 'acknowledged' | 'withdrawn' | 'failed' | 'refused';
  /** Why it failed or was refused, in words. */
  readonly reason?: string;
  /** Whether the bot first said that it was thinking. */
  readonly isDeferred: boolean;
  /** As it was when it could first be read; the message may have changed since. */
  readonly message?: PageMessage;
  /** Whether only this person sees the message. */
  readonly isEphemeral: boolean;
  readonly modal?: ApiObject;
  readonly choices?: readonly ApiObject[];
};

/**
 * Does something and waits for what comes of it.
 *
 * @param until - waiting for `shown` takes until the bot shows something: for ever, if it acknowledges only
 * @param act - begins the interaction; returns its id
 */
export function seeing(world: World, until: Until = 'shown', act: () => string): Promise<Seen> {
  return new Promise((resolve, reject) => {
    let interactionId = '';
    let isDeferred = false;
    const finish = (seen: Omit<Seen, 'interactionId' | 'isDeferred' | 'isEphemeral'>): void => {
      stop();
      const isEphemeral = ((numberOf(seen.message, 'flags') ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;
      resolve({ interactionId, isDeferred, isEphemeral, ...seen });
    };
    const stop = world.events.subscribe((event) => {
      if (!('interactionId' in event) || event.interactionId !== interactionId) {
        return;
      }
      if (event.kind === 'acknowledged') {
        ({ isDeferred } = event);
        if (until === 'acknowledged') {
          finish({ outcome: 'acknowledged' });
        }
        return;
      }
      finish(outcomeOf(world, event));
    });
    try {
      interactionId = act();
    } catch (error) {
      if (error instanceof Refused) {
        finish({ outcome: 'refused', reason: error.message });
      } else {
        stop();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
  });
}

function outcomeOf(
  world: World,
  event: Exclude<Extract<WorldEvent, { interactionId: string }>, { kind: 'acknowledged' }>,
): Omit<Seen, 'interactionId' | 'isDeferred' | 'isEphemeral'> {
  switch (event.kind) {
    case 'shown': {
      const stored = world.store.messages.find(event.messageId);
      return { outcome: 'message', ...(stored && { message: pageMessage(stored) }) };
    }
    case 'modal':
      return { outcome: 'modal', modal: event.modal };
    case 'choices':
      return { outcome: 'choices', choices: event.choices };
    case 'failed':
      return { outcome: 'failed', reason: event.reason };
    case 'withdrawn':
      return { outcome: 'withdrawn' };
  }
}

/** A message with whom it is for, if it is not for everybody. */
export function pageMessage({ message, ephemeralFor }: StoredMessage): PageMessage {
  return { ...message, ...(ephemeralFor !== undefined && { ephemeralFor }) };
}

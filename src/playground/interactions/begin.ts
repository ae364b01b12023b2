import type { Gateway } from '#playground/gateway/gateway.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { userObject } from '#playground/world/api-objects.ts';
import { APPLICATION, PEOPLE, type Person } from '#playground/world/cast.ts';
import type { Channel } from '#playground/world/server.ts';
import type { World } from '#playground/world/world.ts';
import type { Opened } from './interaction.ts';
import type { InteractionBook } from './interaction-book.ts';
import type { OpenModals } from './open-modals.ts';
import { installationOwners, interactionPayload } from './payload.ts';
import { Refused } from './refused.ts';
import type { Acting } from './use.ts';

const NOBODY_THERE = 'The application did not respond: no bot is connected';

export type ActParts = {
  readonly world: World;
  readonly book: InteractionBook;
  readonly gateway: Pick<Gateway, 'dispatch'>;
  readonly modals: OpenModals;
};

export type Place = { readonly person: Person; readonly channel: Channel };

/** What was done, what the bot is told of it, and what answering messages will say of it. */
export type Deed = {
  readonly opened: Pick<Opened, 'type' | 'commandName' | 'sourceMessageId'>;
  readonly told: { readonly data: ApiObject; readonly message?: ApiObject };
  readonly metadata?: ApiObject;
};

/** Tells the bot of something that a person did; returns the interaction's id. */
export function begin({ world, book, gateway, modals }: ActParts, place: Place, deed: Deed): string {
  const { person, channel } = place;
  const interaction = book.open({
    ...deed.opened,
    userId: person.id,
    channelId: channel.id,
    metadata: {
      application_id: APPLICATION.id,
      user: userObject(person),
      authorizing_integration_owners: installationOwners(channel),
      ...deed.metadata,
    },
  });
  modals.note(interaction);
  const content = interactionPayload(interaction, { server: world.server, ...place }, deed.told);
  if (gateway.dispatch({ event: 'INTERACTION_CREATE', content })) {
    book.startWaiting(interaction.id);
  } else {
    // Not before the caller knows the id.
    queueMicrotask(() => book.fail(interaction.id, NOBODY_THERE));
  }
  return interaction.id;
}

/** @throws Refused for a person or channel that is not there */
export function placeOf(world: World, { userId, channelId }: Acting): Place {
  const person = PEOPLE.find(({ id }) => id === userId);
  const channel = world.server.findChannel(channelId);
  if (!person || !channel) {
    throw new Refused(person ? 'This channel is no longer there.' : 'There is no such person here.');
  }
  return { person, channel };
}

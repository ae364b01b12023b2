import type { Gateway } from '../gateway/gateway.ts';
import { numberOf, textOf } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
import { userObject } from '../world/api-objects.ts';
import { APPLICATION, PEOPLE, type Person } from '../world/cast.ts';
import type { Channel } from '../world/server.ts';
import type { World } from '../world/world.ts';
import { INTERACTION, type Interaction, type InteractionType } from './interaction.ts';
import type { InteractionBook, Opened } from './interaction-book.ts';
import { checkOptions, idsIn, invokedName, resolvedObjects } from './options.ts';
import { interactionPayload, installationOwners } from './payload.ts';
import { createOpenModals } from './open-modals.ts';
import { refusalOfCommand, usableComponent } from './permitted.ts';
import { Refused } from './refused.ts';

/** Who does something, and where. */
export type Acting = { readonly userId: string; readonly channelId: string };

export type CommandUse = Acting & {
  readonly commandId: string;
  /** As in an interaction's `data.options`: sub-commands nest. */
  readonly options: readonly ApiObject[];
  /** Whether the server's administrators let this person use what its definition keeps for others. */
  readonly isOverridden?: boolean;
};

export type ComponentUse = Acting & {
  readonly messageId: string;
  readonly customId: string;
  readonly values?: readonly string[];
};

export type ModalUse = Acting & { readonly customId: string; readonly components: readonly ApiObject[] };

/** What people do. Each tells the bot and returns the interaction's id; what follows is in the world's events. */
export interface Acts {
  /** @throws Refused */
  useCommand(use: CommandUse): string;
  /** @throws Refused */
  autocomplete(use: CommandUse): string;
  /** @throws Refused */
  useComponent(use: ComponentUse): string;
  /** @throws Refused */
  submitModal(use: ModalUse): string;
}

const NOBODY_THERE = 'The application did not respond: no bot is connected';

export function createActs(world: World, book: InteractionBook, gateway: Gateway): Acts {
  const modals = createOpenModals(world);

  const begin = (
    who: Place,
    opened: Omit<Opened, 'userId' | 'channelId' | 'metadata'>,
    told: { readonly data: ApiObject; readonly message?: ApiObject; readonly metadata?: ApiObject },
  ): string => {
    const { person, channel } = who;
    const interaction: Interaction = book.open({
      ...opened,
      userId: person.id,
      channelId: channel.id,
      metadata: {
        application_id: APPLICATION.id,
        user: userObject(person),
        authorizing_integration_owners: installationOwners(channel),
        ...told.metadata,
      },
    });
    modals.note(interaction);
    const content = interactionPayload(interaction, { server: world.server, ...who }, told);
    if (gateway.dispatch({ event: 'INTERACTION_CREATE', content })) {
      book.startWaiting(interaction.id);
    } else {
      // Not before the caller knows the id.
      queueMicrotask(() => book.fail(interaction.id, NOBODY_THERE));
    }
    return interaction.id;
  };
  const invoke = (type: InteractionType, use: CommandUse): string => {
    const who = placeOf(world, use);
    const found = world.store.commands.find(use.commandId);
    if (!found) {
      throw new Refused('This command is no longer there.');
    }
    const { command, scope } = found;
    const refusal = use.isOverridden === true ? undefined : refusalOfCommand(world, command, who);
    if (refusal !== undefined) {
      throw new Refused(refusal);
    }
    checkOptions(command, use.options, type === INTERACTION.autocomplete);
    const resolved = resolvedObjects(idsIn(use.options), world.server);
    const name = textOf(command, 'name') ?? '';
    const data = {
      id: use.commandId,
      name,
      type: numberOf(command, 'type') ?? 1,
      ...(use.options.length > 0 && { options: use.options }),
      ...(resolved && { resolved }),
      ...(scope !== '' && { guild_id: scope }),
    };
    return begin(who, { type, commandName: invokedName(name, use.options) }, { data });
  };

  return {
    useCommand: (use) => invoke(INTERACTION.command, use),
    autocomplete: (use) => invoke(INTERACTION.autocomplete, use),
    useComponent(use) {
      const who = placeOf(world, use);
      const { kept, component } = usableComponent(world, use);
      const values = use.values ?? [];
      const resolved = resolvedObjects(values, world.server);
      const data = {
        custom_id: use.customId,
        id: numberOf(component, 'id') ?? 0,
        component_type: numberOf(component, 'type') ?? 0,
        ...(use.values && { values }),
        ...(use.values && resolved && { resolved }),
      };
      return begin(
        who,
        { type: INTERACTION.component, commandName: '', sourceMessageId: kept.message.id },
        { data, message: kept.message, metadata: { interacted_message_id: kept.message.id } },
      );
    },
    submitModal(use) {
      const who = placeOf(world, use);
      const opened = modals.take(use.userId, use.customId);
      if (!opened) {
        throw new Refused('This form is no longer open.');
      }
      const { sourceMessageId } = opened.from;
      const source = sourceMessageId === undefined ? undefined : world.store.messages.find(sourceMessageId);
      const { application_id: _application, ...triggering } = opened.from.metadata;
      return begin(
        who,
        {
          type: INTERACTION.modalSubmit,
          commandName: '',
          ...(source && { sourceMessageId: source.message.id }),
        },
        {
          data: { custom_id: use.customId, components: use.components },
          ...(source && { message: source.message }),
          metadata: {
            triggering_interaction_metadata: { id: opened.from.id, type: opened.from.type, ...triggering },
          },
        },
      );
    },
  };
}

type Place = { readonly person: Person; readonly channel: Channel };

function placeOf(world: World, { userId, channelId }: Acting): Place {
  const person = PEOPLE.find(({ id }) => id === userId);
  const channel = world.server.findChannel(channelId);
  if (!person || !channel) {
    throw new Refused(person ? 'This channel is no longer there.' : 'There is no such person here.');
  }
  return { person, channel };
}

import type { Gateway } from '#playground/gateway/gateway.ts';
import { numberOf, textOf } from '#playground/json.ts';
import { commandType } from '#playground/discord-types.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { World } from '#playground/world/world.ts';
import { type ActParts, beginInteraction, placeOf } from './begin-interaction.ts';
import { optionFiles } from './option-files.ts';
import { INTERACTION, type InteractionType } from './interaction.ts';
import { createOpenModals, type InteractionBook } from './interaction-book.ts';
import { checkOptions, idsIn, invokedName, resolvedObjects } from './options.ts';
import { refusalOfCommand, usableComponent } from './permitted.ts';
import { type CommandUse, type ComponentUse, type ModalUse, Refused } from './use.ts';

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

export function createActs(world: World, book: InteractionBook, gateway: Pick<Gateway, 'dispatch'>): Acts {
  const parts = { world, book, gateway, modals: createOpenModals(world) };
  return {
    useCommand: (use) => invoke(parts, INTERACTION.command, use),
    autocomplete: (use) => invoke(parts, INTERACTION.autocomplete, use),
    useComponent: (use) => operate(parts, use),
    submitModal: (use) => submit(parts, use),
  };
}

function invoke(parts: ActParts, type: InteractionType, use: CommandUse): string {
  const { world } = parts;
  const place = placeOf(world, use);
  const registered = world.store.commands.find(use.commandId);
  if (!registered) {
    throw new Refused('This command is no longer there.');
  }
  const { command, scope } = registered;
  const refusal = use.isOverridden === true ? undefined : refusalOfCommand(world, command, place);
  if (refusal !== undefined) {
    throw new Refused(refusal);
  }
  checkOptions(command, use.options, type === INTERACTION.autocomplete);
  const attachments = optionFiles(world, place.channel.id, use.options);
  const named = resolvedObjects(idsIn(use.options), world.server);
  const resolved = attachments ? { ...named, attachments } : named;
  const name = textOf(command, 'name') ?? '';
  const data = {
    id: use.commandId,
    name,
    type: commandType(command),
    ...(use.options.length > 0 && { options: use.options }),
    ...(resolved && { resolved }),
    ...(scope !== '' && { guild_id: scope }),
  };
  return beginInteraction(parts, place, {
    opened: { type, commandName: invokedName(name, use.options) },
    payload: { data },
  });
}

function operate(parts: ActParts, use: ComponentUse): string {
  const { world } = parts;
  const place = placeOf(world, use);
  const { stored, component } = usableComponent(world, use);
  const { message } = stored;
  const resolved = use.values && resolvedObjects(use.values, world.server);
  const data = {
    custom_id: use.customId,
    id: numberOf(component, 'id') ?? 0,
    component_type: numberOf(component, 'type') ?? 0,
    ...(use.values && { values: use.values }),
    ...(resolved && { resolved }),
  };
  return beginInteraction(parts, place, {
    opened: { type: INTERACTION.component, commandName: '', sourceMessageId: message.id },
    payload: { data, message },
    metadata: { interacted_message_id: message.id },
  });
}

function submit(parts: ActParts, use: ModalUse): string {
  const { world, modals } = parts;
  const place = placeOf(world, use);
  const opened = modals.take(use.userId, use.customId);
  if (!opened) {
    throw new Refused('This form is no longer open.');
  }
  const { id, type, metadata, sourceMessageId } = opened.from;
  const source = sourceMessageId === undefined ? undefined : world.store.messages.find(sourceMessageId);
  const message: ApiObject | undefined = source?.message;
  return beginInteraction(parts, place, {
    opened: {
      type: INTERACTION.modalSubmit,
      commandName: '',
      ...(source && { sourceMessageId: source.message.id }),
    },
    payload: { data: { custom_id: use.customId, components: use.components }, ...(message && { message }) },
    metadata: { triggering_interaction_metadata: { id, type, ...metadata, application_id: undefined } },
  });
}

import { textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { World } from '#playground/world/world.ts';
import type { Interaction } from './interaction.ts';

export type OpenModal = { readonly modal: ApiObject; readonly from: Interaction };

/** The forms that people have open, each person's last one of a name. */
export interface OpenModals {
  /** An interaction that may be answered with a form. */
  note(interaction: Interaction): void;
  /** A form can be sent once. */
  take(userId: string, customId: string): OpenModal | undefined;
}

export function createOpenModals(world: World): OpenModals {
  const waiting = new Map<string, Interaction>();
  const open = new Map<string, OpenModal>();
  const keyOf = (userId: string, customId: string): string => `${userId} ${customId}`;

  world.events.subscribe((event) => {
    if (!('interactionId' in event)) {
      return;
    }
    const from = waiting.get(event.interactionId);
    waiting.delete(event.interactionId);
    if (event.kind === 'modal' && from) {
      open.set(keyOf(from.userId, textOf(event.modal, 'custom_id') ?? ''), { modal: event.modal, from });
    }
  });
  return {
    note(interaction) {
      waiting.set(interaction.id, interaction);
    },
    take(userId, customId) {
      const modal = open.get(keyOf(userId, customId));
      open.delete(keyOf(userId, customId));
      return modal;
    },
  };
}

import type { Interaction } from 'discord.js';
import { answerAutocomplete } from './answer-autocomplete.ts';
import { answerCommand } from './answer-command.ts';
import { answerModal } from './answer-modal.ts';
import { answerComponent } from './answer-component.ts';
import { isUnanswerable } from './answer.ts';
import type { DispatchParts } from './command-context.ts';
import { withoutSecrets } from '#discord/message/without-secrets.ts';

/** The one place that meets Discord's interactions. Never rejects: what cannot be answered is written down. */
export async function dispatch(interaction: Interaction, parts: DispatchParts): Promise<void> {
  try {
    await route(interaction, parts);
  } catch (error) {
    const reference = interaction.id;
    if (isUnanswerable(error)) {
      parts.log.warn('nobody waits for this answer any more', { reference });
    } else {
      parts.log.error('answer not delivered', withoutSecrets(error), { reference });
    }
  }
}

async function route(interaction: Interaction, parts: DispatchParts): Promise<void> {
  if (interaction.isChatInputCommand()) {
    await answerCommand(interaction, parts);
  } else if (interaction.isAutocomplete()) {
    await answerAutocomplete(interaction, parts);
  } else if (interaction.isMessageComponent()) {
    await answerComponent(interaction, parts);
  } else if (interaction.isModalSubmit()) {
    await answerModal(interaction, parts);
  }
}

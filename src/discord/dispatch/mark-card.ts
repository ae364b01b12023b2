import type { Log } from '#ports/log.ts';
import { type CardMark, markedCard } from '#discord/message/marked-card.ts';
import { withoutSecrets } from '#discord/message/without-secrets.ts';
import type { SentAnswer } from './interactions.ts';

/** Writes on the card that was pressed what has become of it; what is no card of ours stays as it is. */
export async function markCard(
  message: SentAnswer | null,
  mark: CardMark | undefined,
  log: Log,
): Promise<void> {
  if (!message || !mark) {
    return;
  }
  const card = markedCard(
    {
      embeds: message.embeds.map((embed) => embed.toJSON()),
      components: message.components.map((component) => component.toJSON()),
    },
    mark,
  );
  if (!card) {
    return;
  }
  try {
    await message.edit({ embeds: [...card.embeds], components: [...card.components] });
  } catch (error) {
    // What was done is done and told to whoever did it; the card says it late or never.
    log.warn('card not marked', { error: withoutSecrets(error) });
  }
}

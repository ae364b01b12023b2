import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import type { ClassicMessage } from './classic-message.ts';
import { clip } from './clip.ts';
import { PICTURE } from './view.ts';

/** What a card says of itself once somebody has acted on it. */
export type CardMark = {
  /** One line above the rest. */
  readonly line: string;
  /** Acts of buttons that stay, as `command.act`; absent, all stay. */
  readonly buttons?: readonly string[];
};

/** What a marked line begins with, so that the next one takes its place. */
const MARKED = '-# ⚑ ';

/** Characters that Discord takes of a box's text. */
const DESCRIPTION = 4_096;

const Button = z.object({
  type: z.literal(ComponentType.Button),
  style: z.union([z.literal(ButtonStyle.Primary), z.literal(ButtonStyle.Secondary)]),
  label: z.string(),
  custom_id: z.string(),
});

const Card = z.object({
  embeds: z.tuple([
    z.object({ color: z.number(), description: z.string(), image: z.unknown() }).partial({ image: true }),
  ]),
  components: z.array(z.object({ type: z.literal(ComponentType.ActionRow), components: z.array(Button) })),
});

/**
 * A card as it was posted, with a line of its own above the rest.
 *
 * @param message - the card as Discord gives it back
 * @returns `undefined` where it is none of our cards
 */
export function markedCard(
  message: { readonly embeds: readonly unknown[]; readonly components: readonly unknown[] },
  { line, buttons }: CardMark,
): Pick<ClassicMessage, 'embeds' | 'components'> | undefined {
  const card = Card.safeParse(message);
  if (!card.success) {
    return undefined;
  }
  const [{ color, description, image }] = card.data.embeds;
  const lines = description.split('\n').filter((each) => !each.startsWith(MARKED));
  const stays = ({ custom_id: id }: APIButtonComponentWithCustomId): boolean =>
    buttons === undefined || buttons.some((act) => id.startsWith(`v1:${act}:`));
  const rows = card.data.components.map(({ type, components }) => ({
    type,
    components: components.filter(stays),
  }));
  return {
    embeds: [
      {
        color,
        description: clip([`${MARKED}${line}`, ...lines].join('\n'), DESCRIPTION),
        ...(image !== undefined && { image: { url: `attachment://${PICTURE}` } }),
      },
    ],
    components: rows.filter(({ components }) => components.length > 0),
  };
}

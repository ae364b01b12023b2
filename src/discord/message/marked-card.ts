import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import type { ClassicMessage } from './classic-message.ts';
import { clip } from './clip.ts';
import { PICTURE } from './view.ts';

/** What a card says of itself once somebody has acted on it. */
export type CardMark = {
  /** One line above the rest, in the place of an earlier one; absent, that stays. */
  readonly line?: string;
  /** Stands at the end of an earlier line in place of `line`; absent for a line that replaces. */
  readonly besideEarlier?: string;
  /** Labels of buttons that say something else now, by `command.act`. */
  readonly labels?: Readonly<Record<string, string>>;
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
  mark: CardMark,
): Pick<ClassicMessage, 'embeds' | 'components'> | undefined {
  const card = Card.safeParse(message);
  if (!card.success) {
    return undefined;
  }
  const [{ color, description, image }] = card.data.embeds;
  const rows = card.data.components.map(({ type, components }) => ({
    type,
    components: components.flatMap((button) => buttonOf(button, mark)),
  }));
  return {
    embeds: [
      {
        color,
        description: clip(linesOf(description, mark).join('\n'), DESCRIPTION),
        ...(image !== undefined && { image: { url: `attachment://${PICTURE}` } }),
      },
    ],
    components: rows.filter(({ components }) => components.length > 0),
  };
}

function linesOf(description: string, { line, besideEarlier }: CardMark): readonly string[] {
  const lines = description.split('\n');
  const earlier = lines.find(isMarked);
  const others = lines.filter((each) => !isMarked(each));
  const beside =
    earlier !== undefined && besideEarlier !== undefined ? `${earlier} · ${besideEarlier}` : undefined;
  const marked = beside ?? (line === undefined ? earlier : `${MARKED}${line}`);
  return [...(marked === undefined ? [] : [marked]), ...others];
}

function isMarked(line: string): boolean {
  return line.startsWith(MARKED);
}

/** As it says now; nothing where it does not stay. */
function buttonOf(
  button: APIButtonComponentWithCustomId,
  { buttons, labels = {} }: CardMark,
): readonly APIButtonComponentWithCustomId[] {
  const isOf = (act: string): boolean => button.custom_id.startsWith(`v1:${act}:`);
  const [label] = Object.entries(labels).flatMap(([act, text]) => (isOf(act) ? [text] : []));
  const isKept = buttons === undefined || buttons.some(isOf);
  return isKept ? [label === undefined ? button : { ...button, label }] : [];
}

import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import type { Reply } from '#discord/command/command.ts';
import { type Link, writeCustomId } from '#discord/message/custom-id.ts';
import { textDisplay } from '#discord/message/part-component.ts';
import { LIMITS } from '#discord/message/part-limits.ts';
import { named } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import type { SentAnswer, PublicBody } from './interactions.ts';

/** Where the button leads that shows a private answer to the channel; no command group has this name. */
export const SHARE: Link = { command: 'answer', act: 'share', key: '' };

/** Components that the button adds: itself and its row. */
const ADDED = 2;

const Media = z.object({ url: z.string().transform(asAttached) });
const Text = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const Rule = z.object({ type: z.literal(ComponentType.Separator) });
const Attached = z.object({ type: z.literal(ComponentType.File), file: Media });
const Pictures = z.object({
  type: z.literal(ComponentType.MediaGallery),
  items: z.array(z.object({ media: Media, description: z.string().nullable().default(null) })),
});
const Row = z.object({ type: z.literal(ComponentType.ActionRow) });
const Inside = z.discriminatedUnion('type', [Text, Rule, Attached, Pictures, Row]);
const Box = z.object({
  type: z.literal(ComponentType.Container),
  accent_color: z.number(),
  components: z.array(Inside),
});

/** The parts of an answer that Discord gives back, without what it adds to them. */
const Answer = z.array(z.discriminatedUnion('type', [Box, Text, Row]));

/** A private answer with a button below that shows it to everybody; without it where Discord has no room left. */
export function shareable(reply: Reply): Reply {
  const { components } = reply.view;
  const id = writeCustomId(SHARE);
  if (id === undefined || sizeOf(components) + ADDED > LIMITS.components) {
    return reply;
  }
  const row: APIMessageTopLevelComponent = {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: en.delivery.notices.share,
        custom_id: id,
      },
    ],
  };
  return { ...reply, view: { components: [...components, row] } };
}

/**
 * The same answer for everybody in the channel, and who shows it: its words, pictures and files, none of its buttons,
 * which would act on the book of whoever presses them.
 *
 * @throws ZodError if the message is none of our answers
 */
export function sharedBody({ components, attachments }: SentAnswer, person: string): PublicBody {
  const shown = Answer.parse(components.map((component) => component.toJSON()));
  return {
    components: [
      ...withoutRows(shown).map(withoutRowsInside),
      textDisplay(en.delivery.notices.sharedBy(named('person', person))),
    ],
    flags: MessageFlags.IsComponentsV2,
    files: attachments.map(({ name, url, description }) => ({
      name,
      attachment: url,
      ...(description !== null && { description }),
    })),
  };
}

/** Discord shows where it keeps a file; a message that carries the file anew calls it by its name. */
function asAttached(url: string): string {
  return `attachment://${new URL(url).pathname.split('/').at(-1) ?? ''}`;
}

function withoutRowsInside(part: z.output<typeof Box> | z.output<typeof Text>): APIMessageTopLevelComponent {
  return part.type === ComponentType.Container ? { ...part, components: withoutRows(part.components) } : part;
}

function withoutRows<Part extends { readonly type: ComponentType }>(
  parts: readonly Part[],
): Exclude<Part, { type: ComponentType.ActionRow }>[] {
  return parts.filter(
    (part): part is Exclude<Part, { type: ComponentType.ActionRow }> => part.type !== ComponentType.ActionRow,
  );
}

type Nested = { readonly type: ComponentType; readonly components?: readonly Nested[] };

function sizeOf(parts: readonly Nested[]): number {
  return parts.reduce((sum, { components = [] }) => sum + 1 + sizeOf(components), 0);
}

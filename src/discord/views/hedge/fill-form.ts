import { ComponentType, TextInputStyle } from 'discord.js';
import type { ModalDraft } from '#discord/command/command.ts';
import { clip } from '#discord/message/clip.ts';
import type { Link } from '#discord/message/custom-id.ts';
import { en } from '#discord/texts/en.ts';

const texts = en.hedge.fills;

/** Names of the forms' fields. */
export const FILL_TEXT = 'tickets';
export const FILL_DATE = 'date';
export const SKIP_REASON = 'why';

/** Discord's limits of a form: its title, and a hint. */
const TITLE = 45;
const HINT = 100;

const LONGEST_TEXT = 1_000;
const LONGEST_DATE = 10;
const LONGEST_REASON = 300;

/** What a form of a fill is filled in with. */
export type FillDraft = { readonly order: string; readonly text: string; readonly date: string };

/** A form that asks what was traded, with what is owed filled in, a ticket a line. */
export function fillForm({ order, text, date }: FillDraft): ModalDraft {
  return {
    form: formLink('fill', order),
    title: clip(texts.title(order), TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: texts.text,
        description: clip(texts.textHint, HINT),
        component: {
          type: ComponentType.TextInput,
          custom_id: FILL_TEXT,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: LONGEST_TEXT,
          value: clip(text, LONGEST_TEXT),
        },
      },
      {
        type: ComponentType.Label,
        label: texts.date,
        component: {
          type: ComponentType.TextInput,
          custom_id: FILL_DATE,
          style: TextInputStyle.Short,
          required: true,
          max_length: LONGEST_DATE,
          value: clip(date, LONGEST_DATE),
        },
      },
    ],
  };
}

/** A form that asks why a step is skipped. */
export function skipForm(order: string): ModalDraft {
  return {
    form: formLink('skip', order),
    title: clip(texts.skipTitle(order), TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: texts.why,
        description: clip(texts.whyHint, HINT),
        component: {
          type: ComponentType.TextInput,
          custom_id: SKIP_REASON,
          style: TextInputStyle.Short,
          required: true,
          max_length: LONGEST_REASON,
        },
      },
    ],
  };
}

function formLink(act: string, order: string): Link {
  return { command: 'hedge', act, key: order };
}

import { ComponentType, TextInputStyle } from 'discord.js';
import type { ModalDraft } from '#discord/command/command.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { clip } from '#discord/message/clip.ts';
import { fit } from '#discord/message/fit.ts';
import { code } from '#discord/message/quoted.ts';
import { type View, buttons, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { lotFacts } from './lot-text.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';

const texts = en.book.removal;

/** Names of the form's fields. */
export const CLOSING = { price: 'price', quantity: 'quantity', date: 'date' } as const;

/** Discord's limit of a form's hint, and characters of a number or a day. */
const HINT = 100;
const LONGEST = 20;

/**
 * Asks whether a lot was a mistake or was traded away, with a button for each.
 *
 * @param key - the lot as the buttons name it: of which book, and at which revision
 */
export function removalView(
  lot: Lot,
  { key, today }: { readonly key: string; readonly today: Session },
): View {
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title(code(lot.id), lotFacts(lot, today)), texts.explain, texts.nothing),
      ...buttons([
        { label: texts.close, isPrimary: true, link: { command: 'book', act: 'close', key } },
        { label: texts.mistake, link: { command: 'book', act: 'mistake', key } },
      ]),
    ],
  });
}

/** A form that asks at which price, how many and when. */
export function closingForm(lot: Lot, key: string): ModalDraft {
  return {
    form: { command: 'book', act: 'close', key },
    title: texts.formTitle(lot.id),
    components: [
      field(CLOSING.price, texts.price, { hint: texts.priceHint }),
      field(CLOSING.quantity, texts.quantity, { value: String(lot.quantity) }),
      field(CLOSING.date, texts.date, { hint: en.book.commands.closedOn }),
    ],
  };
}

function field(
  name: string,
  label: string,
  { hint, value }: { readonly hint?: string; readonly value?: string },
): ModalDraft['components'][number] {
  return {
    type: ComponentType.Label,
    label,
    ...(hint !== undefined && { description: clip(hint, HINT) }),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: TextInputStyle.Short,
      required: false,
      max_length: LONGEST,
      ...(value !== undefined && { value }),
    },
  };
}

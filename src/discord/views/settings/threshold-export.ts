import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import type { ReplyFile } from '#discord/command/command.ts';
import { fit } from '#discord/message/fit.ts';
import { en } from '#discord/texts/en.ts';
import { text, type View } from '#discord/message/view.ts';

const NAME = 'thresholds.json';

/** Says what to do with exported thresholds, which are a file beside it. */
export function exportedView(): View {
  const texts = en.settings.exported;
  return fit({ accent: PLAIN_ACCENT, parts: [text(texts.title, texts.how), { kind: 'file', name: NAME }] });
}

export function exportedFile(document: string): ReplyFile {
  return {
    name: NAME,
    bytes: new TextEncoder().encode(document),
    description: en.settings.exported.description,
  };
}

import { PLAIN_ACCENT } from '../accents.ts';
import type { ReplyFile } from '../command.ts';
import { fit } from '../fit.ts';
import { en } from '../texts/en.ts';
import { text, type View } from '../view.ts';

const NAME = 'thresholds.json';

/** Says what to do with exported thresholds, which are a file beside it. */
export function exportedView(): View {
  const words = en.history.exported;
  return fit({ accent: PLAIN_ACCENT, parts: [text(words.title, words.how), { kind: 'file', name: NAME }] });
}

export function exportedFile(document: string): ReplyFile {
  return {
    name: NAME,
    bytes: new TextEncoder().encode(document),
    description: en.history.exported.description,
  };
}

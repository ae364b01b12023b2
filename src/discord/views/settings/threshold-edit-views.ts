import type { SettingChange } from '#domain/settings/settings.ts';
import type { Services } from '#services/index.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { stamp } from '#discord/message/format.ts';
import { code, named } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { buttons, collapsible, text, type View } from '#discord/message/view.ts';
import type { ThresholdEdit } from '#services/settings/edit-thresholds.ts';

/** Changes that a page of the record shows. */
const ON_A_PAGE = 15;

/** What changing several thresholds came to, with a button that takes it back. */
export function editView({ changes, version, unswitched }: ThresholdEdit): View {
  const words = en.history.edits;
  const left = unswitched === undefined ? [] : [text(words.unswitched(unswitched))];
  if (changes.length === 0) {
    return fit({ accent: PLAIN_ACCENT, parts: left.length > 0 ? left : [text(words.none)] });
  }
  const switched = changes.find(({ key }) => key === 'ratio.meaning');
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(words.done(changes.length)),
      collapsible(
        1,
        words.lines,
        changes.map(({ key, from, to }) => words.line(code(key), from, to)),
      ),
      ...(switched ? [text(words.switched(switched.from, switched.to))] : []),
      ...left,
      text(`-# ${words.counts(version)}`),
      ...buttons([{ label: words.undo, link: { command: 'thresholds', act: 'undo', key: `${version}` } }]),
    ],
  });
}

type Kept = Awaited<ReturnType<Services['viewThresholds']>>['serverSettings'];

/** The record of changes, newest first, a page at a time. */
export function changesView({ changes }: Kept, page: number): View {
  const words = en.history.changes;
  const pages = Math.max(1, Math.ceil(changes.length / ON_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const lines = changes
    .toReversed()
    .slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE)
    .map(changeLine);
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(words.title),
      lines.length === 0 ? text(words.none) : collapsible(1, en.history.edits.lines, lines),
      text(`-# ${words.page(shown, pages, changes.length)}`),
    ],
  });
}

function changeLine({ key, from, to, by, at }: SettingChange): string {
  const [was, is] = [from, to].map((value) => code(JSON.stringify(value) ?? en.card.unknown));
  const words = en.history.changes;
  return words.line(words.change(code(key), was ?? '', is ?? ''), named('person', by), stamp(at, 'R'));
}

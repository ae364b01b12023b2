import type { ReplyFile } from '#discord/command/command.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { stamp } from '#discord/message/format.ts';
import { code, named } from '#discord/message/quoted.ts';
import { type View, buttons, collapsible, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { SettingChange } from '#domain/settings/settings.ts';
import type { Services } from '#services/index.ts';
import type { ThresholdEdit } from '#services/settings/edit-thresholds.ts';

/** Changes that a page of the record shows. */
const ON_A_PAGE = 15;

/** What changing several thresholds came to, with a button that takes it back. */
export function editView({ changes, version, unswitched, retired = [] }: ThresholdEdit): View {
  const texts = en.settings.edits;
  const left = [
    ...(unswitched === undefined ? [] : [text(texts.unswitched(unswitched))]),
    ...retired.map(({ key, reason }) => text(texts.retired(code(key), reason))),
  ];
  if (changes.length === 0) {
    return fit({ accent: PLAIN_ACCENT, parts: left.length > 0 ? left : [text(texts.none)] });
  }
  const switched = changes.find(({ key }) => key === 'ratio.meaning');
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.done(changes.length)),
      collapsible(
        1,
        texts.lines,
        changes.map(({ key, from, to }) => texts.line(code(key), from, to)),
      ),
      ...(switched ? [text(texts.switched(switched.from, switched.to))] : []),
      ...left,
      text(`-# ${texts.counts(version)}`),
      ...buttons([{ label: texts.undo, link: { command: 'thresholds', act: 'undo', key: `${version}` } }]),
    ],
  });
}

type ServerSettings = Awaited<ReturnType<Services['viewThresholds']>>['serverSettings'];

/** The record of changes, newest first, a page at a time. */
export function changesView({ changes }: ServerSettings, page: number): View {
  const texts = en.settings.changes;
  const pages = Math.max(1, Math.ceil(changes.length / ON_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const lines = changes
    .toReversed()
    .slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE)
    .map(changeLine);
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.title),
      lines.length === 0 ? text(texts.none) : collapsible(1, en.settings.edits.lines, lines),
      text(`-# ${texts.page(shown, pages, changes.length)}`),
    ],
  });
}

function changeLine({ key, from, to, by, at, reason }: SettingChange): string {
  const [was, is] = [from, to].map((value) => code(JSON.stringify(value) ?? en.signal.card.unknown));
  const texts = en.settings.changes;
  return reason === undefined
    ? texts.line(texts.change(code(key), was ?? '', is ?? ''), named('person', by), stamp(at, 'R'))
    : texts.line(texts.retired(code(key), was ?? '', reason), by, stamp(at, 'R'));
}

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

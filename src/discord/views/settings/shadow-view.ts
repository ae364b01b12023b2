import type { ShadowSide } from '#domain/signal/shadow.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { buttons, type Part, collapsible, text, type View } from '#discord/message/view.ts';
import type { ShadowReport } from '#services/history/preview-thresholds.ts';
import type { ThresholdWish } from '#services/settings/edit-thresholds.ts';

/** What other thresholds would have made of the last prints, and a button that applies them. */
export function shadowView({ wish, changes, version, from, reading }: ShadowReport): View {
  const texts = en.settings.shadow;
  const { edits } = en.settings;
  const { old, new: next, overlap, prints } = reading;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(
        texts.title(wish.kind === 'preset' ? code(wish.name) : `${code(wish.key)} ${code(wish.text)}`),
        changes.length === 0 ? texts.same : `**${texts.summary(old, next, overlap, prints)}**`,
      ),
      collapsible(
        2,
        edits.lines,
        changes.map(({ key, from: was, to }) => edits.line(code(key), was, to)),
      ),
      collapsible(
        1,
        texts.list,
        reading.rows.map((row) => texts.row(row.releaseId, sideText(row.old), sideText(row.new))),
      ),
      text(`-# ${texts.span(reading.from, reading.until, texts.sources[from])}`, `-# ${texts.meaning}`),
      ...(changes.length > 0 ? applyParts(wish, version) : []),
    ],
  });
}

function sideText({ highest, alerts, raised }: ShadowSide): string {
  const texts = en.settings.shadow;
  if (!alerts) {
    return texts.silent(highest);
  }
  return raised ? texts.raised(highest) : texts.alert(highest);
}

function applyParts(wish: ThresholdWish, version: number): readonly Part[] {
  const texts = en.settings.shadow;
  const rows = buttons([
    { label: texts.apply, link: { command: 'thresholds', act: 'apply', key: writeWish(wish, version) } },
  ]);
  return rows.length > 0 ? rows : [text(`-# ${texts.tooLong}`)];
}

/**
 * A wish and the version that it was looked at, for a button; `readWish` takes it back.
 *
 * @internal for tests
 */
export function writeWish(wish: ThresholdWish, version: number): string {
  return wish.kind === 'preset' ? `${version}|preset|${wish.name}` : `${version}|${wish.key}|${wish.text}`;
}

/** @returns `undefined` for what is no wish */
export function readWish(
  written: string,
): { readonly wish: ThresholdWish; readonly basedOn: number } | undefined {
  const [version = '', key, ...rest] = written.split('|');
  const basedOn = Number(version);
  if (key === undefined || rest.length === 0 || !Number.isInteger(basedOn)) {
    return undefined;
  }
  const text = rest.join('|');
  return { basedOn, wish: key === 'preset' ? { kind: 'preset', name: text } : { kind: 'value', key, text } };
}

/** What a preview needs, where it was not given. */
export function previewHelp(): View {
  return fit({ accent: PLAIN_ACCENT, parts: [text(en.settings.shadow.ask)] });
}

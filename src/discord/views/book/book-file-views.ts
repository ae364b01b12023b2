import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { code } from '#discord/message/quoted.ts';
import {
  type Part,
  RULE,
  type View,
  buttons,
  collapsible,
  text,
  watermarkPart,
} from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { fileFaultText, placeText } from './file-fault-text.ts';
import { lotFacts } from './lot-text.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { Session } from '#domain/market/session.ts';
import type { BookExport, ImportChoice, ImportPreview } from '#services/book/book-files.ts';

const texts = en.book.files.preview;
const { sources, exported } = en.book.files;

/** Lines of one kind that a preview shows at most; the file that it carries has all. */
const LINES = 25;

/** Name of the table that a preview carries, and its button reads again. */
export const PREVIEWED = 'import.csv';

/** What an import would do, and the button that does it. */
export function importPreviewView(preview: ImportPreview, name: string): View {
  const { faults, source, watermark } = preview;
  const isFaulty = faults.length > 0;
  return fit({
    accent: isFaulty ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      text(texts.title(code(name), sources[source])),
      ...watermarkPart(watermark),
      ...(isFaulty ? faultParts(preview) : addedParts(preview)),
      ...ignoredParts(preview),
      ...(preview.file ? [{ kind: 'file', name: PREVIEWED } as const, ...addButtons(preview)] : []),
    ],
  });
}

function faultParts({ faults }: ImportPreview): readonly Part[] {
  return [
    RULE,
    text(texts.faults(faults.length)),
    collapsible(1, 'faults', limited(faults.map(fileFaultText))),
  ];
}

function addedParts(preview: ImportPreview): readonly Part[] {
  const { fresh, known, today, source, needsApproval, file } = preview;
  const isBrokers = source === 'thinkorswim' || source === 'interactive-brokers';
  return [
    RULE,
    ...(fresh.length === 0
      ? [text(texts.nothing)]
      : [text(texts.added(fresh.length)), collapsible(1, 'lots', lotLines(fresh, today))]),
    ...(known.length === 0
      ? []
      : [text(texts.known(known.length)), collapsible(2, 'lots held', lotLines(known, today))]),
    ...(isBrokers ? [text(texts.grouping)] : []),
    ...(needsApproval && file ? [text(texts.approval)] : []),
  ];
}

function addButtons({ fresh, known, owner, revision }: ImportPreview): readonly Part[] {
  const link = (which: ImportChoice['which']) => ({
    command: 'book',
    act: 'import',
    key: [which, owner.member === undefined ? SERVERS : OWN, revision].join('|'),
  });
  return buttons([
    ...(fresh.length > 0 ? [{ label: texts.add(fresh.length), link: link('fresh') }] : []),
    ...(known.length > 0 ? [{ label: texts.addAll(fresh.length + known.length), link: link('all') }] : []),
  ]);
}

const OWN = 'own';
const SERVERS = 'server';

/** What the button of a preview says; `undefined` for keys that were not written by this version. */
export function readImportKey(key: string): (ImportChoice & { readonly isOwn: boolean }) | undefined {
  const [which, whose, revision] = key.split('|');
  return (which === 'fresh' || which === 'all') &&
    (whose === OWN || whose === SERVERS) &&
    /^\d{1,12}$/.test(revision ?? '')
    ? { which, isOwn: whose === OWN, revision: Number(revision) }
    : undefined;
}

function ignoredParts({ ignored, unknownColumns }: ImportPreview): readonly Part[] {
  const rows = ignored.map(({ place, what, why }) => texts.ignoredRow(placeText(place), code(what), why));
  return [
    ...(rows.length === 0
      ? []
      : [text(texts.ignored(rows.length)), collapsible(3, 'rows left out', limited(rows))]),
    ...(unknownColumns.length === 0
      ? []
      : [collapsible(4, 'columns', [texts.unknownColumns(limited(unknownColumns.map(code)).join(', '))])]),
  ];
}

function lotLines(lots: readonly NewLot[], today: Session): readonly string[] {
  return limited(lots.map((lot) => lotFacts(lot, today)));
}

function limited(lines: readonly string[]): readonly string[] {
  const more = lines.length - LINES;
  return more > 0 ? [...lines.slice(0, LINES), texts.more(more)] : lines;
}

/** An exported book: how many lots, and the file. */
export function bookExportView({ lots, watermark }: BookExport, name: string): View {
  return fit({
    accent: PLAIN_ACCENT,
    parts: [...watermarkPart(watermark), text(exported.title(exported.lots(lots))), { kind: 'file', name }],
  });
}

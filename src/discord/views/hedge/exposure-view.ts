import { PLAIN_ACCENT, STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, ratio, signed } from '#discord/message/format.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { coverLines } from './cover-text.ts';
import { condorLines, hedgeRowLines, stressLines } from './exposure-rows.ts';
import { bookFooter, handLine, ratioFigure, ratioText, rollLines, unvaluedLine } from './exposure-text.ts';
import type { AfterExpiry, BookExposure, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { ProgrammeReading } from '#services/hedge/read-programme.ts';
import type { ExposureReport } from '#services/hedge/show-exposure.ts';

const texts = en.hedge.exposure;

/**
 * What a book's hedge is worth, expiration by expiration, against its condors, beside the programme of its server.
 *
 * @param picture - name of the file that shows it; absent without one
 */
export function exposureView(report: ExposureReport, picture?: string): View {
  const { account, programme, owner } = report;
  const title = owner.member === undefined ? texts.title : texts.ownTitle;
  return fit({
    accent: programme.now ? STATE_ACCENT[programme.now.state] : PLAIN_ACCENT,
    parts: [
      text(title(ratioFigure(account.ratio), ratio(programme.programme.ratio)), texts.meaningOfBoth),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(texts.illustration)] : []),
      RULE,
      text(...accountLines(account), ...afterLines(account.afterNextExpiry)),
      ...(account.cover ? [collapsible(2, 'cover', coverLines(account.cover))] : []),
      collapsible(2, 'programme', programmeLines(programme, report)),
      ...bookParts(account, report.asOf),
      ...pictureParts(report, picture),
      ...(report.rolls.length > 0
        ? [collapsible(4, 'rolls', [texts.rolls, ...report.rolls.map(rollLines)])]
        : []),
      RULE,
      text(...bookFooter(report.asOf, valuesOf(account.vega))),
    ],
  });
}

function pictureParts({ picture }: ExposureReport, name: string | undefined): readonly Part[] {
  return picture && name !== undefined ? [{ kind: 'picture', shows: picture.altText, name }] : [];
}

/** H, H(+10), the measure that speaks, and why. */
export function accountLines(account: BookExposure): readonly string[] {
  const { vega, unit, ratio: measured, stressRatio } = account;
  if (!vega && !unit) {
    return [texts.empty];
  }
  const all = vega ? ` · ${texts.ratioOfAll(ratioText(vega.ratioOfAll))}` : '';
  return [
    texts.ratios(ratioText(measured), ratioText(stressRatio)),
    `-# ${modeText(account)}${all}`,
    ...countedLines(account),
  ];
}

function modeText({ mode, unitReason, vega }: BookExposure): string {
  if (mode === 'unit') {
    return texts.unitMode(texts.unitReasons[unitReason ?? 'set']);
  }
  return vega?.isPartial ? texts.vegaModePartial : texts.vegaMode;
}

/** In unit mode: how contracts are counted, and what the legs with a value say alone. */
function countedLines({ mode, vega, unit }: BookExposure): readonly string[] {
  return mode === 'vega'
    ? []
    : [...(unit ? [unitLine(unit)] : []), ...(vega ? [`-# ${texts.vegaBeside(ratioText(vega.ratio))}`] : [])];
}

function unitLine({ condors, hedge, ratio: measured }: NonNullable<BookExposure['unit']>): string {
  const calls = hedge.map(({ contracts }) => decimal(contracts, 0)).join('/');
  return texts.unitRatio(decimal(condors, 0), calls === '' ? '0' : calls, ratioText(measured));
}

function afterLines(after: AfterExpiry | undefined): readonly string[] {
  return after
    ? [texts.after(after.expiry, decimal(after.days, 0), ratioText(after.ratio), ratioText(after.agedRatio))]
    : [];
}

/** What the rules have adopted, and where they would put it. */
function programmeLines(
  { programme, now }: ProgrammeReading,
  { meaning }: Pick<ExposureReport, 'meaning'>,
): readonly string[] {
  const current = now
    ? texts.programme(
        ratio(programme.ratio),
        ratio(now.target),
        now.step === 0 ? texts.noStep : `${signed(now.step, 2)} → ${ratio(now.next)}`,
        now.state,
      )
    : texts.programmeAlone(ratio(programme.ratio));
  return [
    current,
    ...(now?.limits ?? []).map((limit) => `-# ${en.signal.decision.limits[limit]}`),
    ...handLine(programme),
    `-# ${texts.meaning[meaning]}`,
  ];
}

function bookParts({ vega, stress }: BookExposure, asOf: number): readonly Part[] {
  if (!vega) {
    return [];
  }
  const counted = vega.hedge.rows.filter(({ isCounted }) => isCounted);
  const beyond = vega.hedge.rows.filter(({ isCounted }) => !isCounted);
  return [
    RULE,
    vega.hedge.rows.length === 0
      ? text(texts.noHedge)
      : collapsible(1, 'expirations', [texts.counted, ...counted.flatMap((row) => hedgeRowLines(row, asOf))]),
    ...(beyond.length > 0
      ? [
          collapsible(5, 'later expirations', [
            texts.beyond,
            ...beyond.flatMap((row) => hedgeRowLines(row, asOf)),
          ]),
        ]
      : []),
    collapsible(1, 'condors', condorLines(vega)),
    ...(stress ? [collapsible(3, 'stress', [texts.stress, ...stressLines(stress)])] : []),
    ...(vega.unvalued.length > 0
      ? [
          collapsible(1, 'legs without a value', [
            texts.unvaluedTitle(vega.unvalued.length),
            ...vega.unvalued.map(unvaluedLine),
          ]),
        ]
      : []),
  ];
}

function valuesOf(vega: VegaExposure | undefined): VegaExposure['condors']['values'] {
  return vega ? [...vega.condors.values, ...vega.hedge.rows.flatMap(({ values }) => values)] : [];
}

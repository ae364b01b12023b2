import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, signed } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { bookFooter, dollars, ratioText, unvaluedLine } from './exposure-text.ts';
import type { BookExposure, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { Trial, WhatIfReport } from '#services/hedge/what-if.ts';

const texts = en.hedge.exposure.whatIf;

/** A book before and after what is tried out on it. */
export function whatIfView(report: WhatIfReport): View {
  const { owner, trial, before, after, asOf } = report;
  const unvalued = after.vega?.unvalued ?? [];
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(owner.member === undefined ? texts.title : texts.ownTitle, `**${trialText(trial)}**`),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(en.hedge.exposure.illustration)] : []),
      RULE,
      text(...rows(before, after)),
      ...(unvalued.length > 0 ? [collapsible(2, 'legs without a value', unvalued.map(unvaluedLine))] : []),
      RULE,
      text(`-# ${texts.nothing}`, ...bookFooter(asOf, [])),
    ],
  });
}

function trialText({ change, shift }: Trial): string {
  const market = texts.shift(
    shift.volPoints === 0 ? '' : texts.vol(signed(shift.volPoints, 1)),
    shift.spotPercent === 0 ? '' : texts.spot(`${signed(shift.spotPercent, 1)} %`),
    shift.days === 0 ? '' : texts.days(decimal(shift.days, 0)),
  );
  return [...(change ? [changeText(change)] : []), ...(market === '' ? [] : [market])].join(' · ');
}

function changeText(change: NonNullable<Trial['change']>): string {
  switch (change.kind) {
    case 'add-condor':
      return texts.changes['add-condor'](
        decimal(change.draft.quantity, 0),
        quoted(`${change.draft.strikes} ${change.draft.expiry}`),
      );
    case 'add-hedge':
      return texts.changes['add-hedge'](
        decimal(change.draft.quantity, 0),
        quoted([change.draft.instrument, change.draft.strike, change.draft.expiry].filter(Boolean).join(' ')),
      );
    case 'remove':
      return texts.changes.remove(partOf(change.quantity), code(change.id));
    case 'roll':
      return texts.changes.roll(
        partOf(change.quantity),
        `${code(change.id)} → ${quoted([change.expiry, change.strikes, change.strike].filter(Boolean).join(' '))}`,
      );
  }
}

function partOf(quantity: number | undefined): string {
  return quantity === undefined ? '' : `${decimal(quantity, 0)} of `;
}

function rows(before: BookExposure, after: BookExposure): readonly string[] {
  const { names } = texts;
  const settled = after.vega?.settled.length ?? 0;
  return [
    row(names.ratio, ratioText(before.ratio), ratioText(after.ratio)),
    after.stressRatio
      ? row(names.stress, ratioText(before.stressRatio), ratioText(after.stressRatio))
      : `-# ${texts.notShifted}`,
    ...DOLLARS.flatMap(([name, of]) =>
      before.vega || after.vega ? [row(names[name], money(before.vega, of), money(after.vega, of))] : [],
    ),
    ...(settled > 0 ? [`-# ${texts.settled(settled)}`] : []),
    ...(before.mode === after.mode ? [] : [`-# ${texts.mode(before.mode, after.mode)}`]),
  ];
}

/** What is compared in dollars. */
const DOLLARS: readonly (readonly [keyof typeof texts.names, (vega: VegaExposure) => number])[] = [
  ['hedge', ({ hedge }) => hedge.counted],
  ['short', ({ condors }) => condors.totals.exposure],
  ['condorTheta', ({ condors }) => condors.totals.theta],
  ['hedgeTheta', ({ hedge }) => hedge.totals.theta],
  ['value', ({ condors, hedge }) => condors.totals.value + hedge.totals.value],
];

function row(name: string, from: string, to: string): string {
  return `- ${texts.row(name, from, to)}`;
}

function money(vega: VegaExposure | undefined, of: (vega: VegaExposure) => number): string {
  return vega ? dollars(of(vega)) : en.signal.card.unknown;
}

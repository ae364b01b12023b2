import { ageText } from '#discord/message/duration-text.ts';
import { decimal } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { dollars, dollarsOrNot, ratioText } from '#discord/views/hedge/exposure-text.ts';
import type { HedgeReport, HedgeReportRow } from '#domain/hedge/hedge-report.ts';

const texts = en.hedge.standing;

/** How a hedge that can be valued stands beside a decision. What is to be traded is said by its order alone. */
export function reportLines(report: HedgeReport, asOf: number): readonly string[] {
  const { ratio, stressRatio, rows, condors, condorExposure, afterNextExpiry } = report;
  const counted = rows.filter(({ isCounted }) => isCounted);
  const hedge = counted.reduce((sum, { exposure = 0 }) => sum + exposure, 0);
  return [
    texts.ratios(ratioText(ratio), ratioText(stressRatio), report.isIllustration ? texts.illustration : ''),
    texts.held(
      counted.map(rowText).join(', ') || texts.nothing,
      dollars(hedge),
      decimal(condors, 0),
      dollarsOrNot(condorExposure),
    ),
    ...(afterNextExpiry
      ? [`-# ${texts.after(afterNextExpiry.expiry, ratioText(afterNextExpiry.ratio))}`]
      : []),
    ...markLines(report, asOf),
  ];
}

function markLines({ oldestMark: mark }: HedgeReport, asOf: number): readonly string[] {
  return mark
    ? [
        `-# ${en.hedge.exposure.oldest(quoted(mark.source), en.market.qualities[mark.quality], ageText(asOf - mark.asOf))}`,
      ]
    : [];
}

/** What dollars say where contracts are counted, because some legs have no value. */
export function beside({ unvalued, unitReason }: HedgeReport): readonly string[] {
  return unitReason === 'unvalued-legs' ? [`-# ${texts.unvalued(unvalued.length)}`] : [];
}

function rowText({ layers, contracts }: HedgeReportRow): string {
  const layer = layers.map((name) => en.hedge.exposure.layers[name]).join('+') || en.hedge.exposure.noLayer;
  return `${decimal(contracts, 0)} ${layer}`;
}

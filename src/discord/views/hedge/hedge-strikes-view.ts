import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { ageText } from '#discord/message/duration-text.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { bookFooter, dollars, fractionText, markText } from './exposure-text.ts';
import type { DeviationStrike, LayerStrikes } from '#domain/hedge/hedge-plan.ts';
import type { HedgeStrikesReport, UnlistedStrikes } from '#services/hedge/hedge-strikes.ts';

const texts = en.hedge;
const exposures = en.hedge.exposure;

/** Where new calls at 1.5 and 2 standard deviations are struck, layer by layer. */
export function hedgeStrikesView(report: HedgeStrikesReport): View {
  const { layers, unlisted, asOf, mode } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.strikesTitle, texts.strikesRule(texts.modes[mode])),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(exposures.illustration)] : []),
      ...layers.map((layer) => collapsible(1, 'layers', layerLines(layer, unlisted, asOf))),
      text(...bookFooter(asOf, [])),
    ],
  });
}

function layerLines(
  layer: LayerStrikes,
  unlisted: readonly UnlistedStrikes[],
  asOf: number,
): readonly string[] {
  if (layer.kind === 'strikes') {
    return [headOf(layer, asOf), ...layer.strikes.map(strikeLine)];
  }
  const held = unlisted.find((other) => other.layer === layer.layer);
  return held
    ? [
        headOf(held, asOf),
        ...held.strikes.map(({ deviations, mode, strike }) =>
          texts.deviation(decimal(deviations, 1), texts.modes[mode], decimal(strike, 1), texts.notAvailable),
        ),
        texts.unlisted(volatilityText(held, asOf)),
      ]
    : [texts.noStrikes(exposures.layers[layer.layer], texts.noCall[layer.reason])];
}

function headOf(
  { layer, expiry, days, forward }: Pick<UnlistedStrikes, 'layer' | 'expiry' | 'days' | 'forward'>,
  asOf: number,
): string {
  return texts.layer(exposures.layers[layer], expiry, decimal(days, 0), markText(forward, asOf));
}

function volatilityText({ volatility }: UnlistedStrikes, asOf: number): string {
  const { value, source, quality } = volatility;
  const from = [quoted(source), en.market.qualities[quality], `${ageText(asOf - volatility.asOf)} old`];
  return `${fractionText(value)} (${from.join(', ')})`;
}

function strikeLine({ deviations, mode, strike, listed }: DeviationStrike): string {
  const call =
    listed.kind === 'none'
      ? texts.noCall[listed.reason]
      : texts.listed(
          String(listed.strike ?? en.signal.card.unknown),
          decimal(listed.delta, 2),
          dollars(listed.unit, 2),
          dollars(listed.theoretical),
        );
  return texts.deviation(decimal(deviations, 1), texts.modes[mode], decimal(strike, 1), call);
}

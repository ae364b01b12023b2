import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { bookFooter, dollars } from './exposure-text.ts';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import type { HedgeCostReport } from '#services/hedge/hedge-cost-of.ts';

const texts = en.hedge;

/** What the hedge has cost in a year, and how much of its budget that is. */
export function hedgeCostView(report: HedgeCostReport): View {
  const { cost, annualPercent, capital, asOf } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.costTitle),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(en.hedge.exposure.illustration)] : []),
      text(...costLines(cost, { annualPercent, capital })),
      ...(cost.unpriced.length > 0
        ? [
            collapsible(
              1,
              'flows without a price',
              cost.unpriced.map(({ lotId, what, on }) =>
                texts.unpricedLine(code(lotId), texts.flows[what], on),
              ),
            ),
          ]
        : []),
      text(...bookFooter(asOf, [])),
    ],
  });
}

/** Net cost of the last 365 days, and the budget where there is one. */
export function costLines(
  cost: HedgeCost,
  rules?: Pick<HedgeCostReport, 'annualPercent' | 'capital'>,
): readonly string[] {
  const { from, until, net, paid, received, unpriced } = cost;
  return [
    `${texts.costLine(dollars(net), dollars(paid), dollars(received))} · ${texts.costDays(from, until)}`,
    budgetText(cost, rules),
    ...(unpriced.length > 0 ? [texts.unpriced(unpriced.length)] : []),
  ];
}

function budgetText(
  { budget, used }: HedgeCost,
  rules: Pick<HedgeCostReport, 'annualPercent' | 'capital'> | undefined,
): string {
  if (budget === undefined) {
    return texts.noBudget;
  }
  const share = used === undefined ? en.signal.card.unknown : `${decimal(used * 100, 0)} %`;
  return rules && rules.capital !== null
    ? texts.budget(dollars(budget), decimal(rules.annualPercent, 1), dollars(rules.capital), share)
    : texts.budgetAlone(dollars(budget), share);
}

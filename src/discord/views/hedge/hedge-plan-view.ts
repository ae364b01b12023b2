import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { day, decimal, newYorkDay, newYorkTime, ratio } from '#discord/message/format.ts';
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
import { planLines } from '#discord/views/signal/ratio-text.ts';
import { bookFooter, handLine } from './exposure-text.ts';
import { accountLines } from './exposure-view.ts';
import { costLines } from './hedge-cost-view.ts';
import { openingParts } from './opening-parts.ts';
import { orderButtons } from './order-plan-view.ts';
import { orderStateText } from './order-state-text.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { HedgePlanReport } from '#services/hedge/plan-hedge.ts';

const texts = en.hedge;

/** How a plan is shown, and to whom. */
export type PlanShown = {
  /** Name of the file that shows the payoff. */
  readonly picture: string;
  readonly styles: 'recommended' | 'all';
  /** Whether the reader may record a fill. */
  readonly mayAct: boolean;
  /** What leads back here with every style: the multiplier that was asked for, and whose book. */
  readonly key: string;
};

/** Whole contracts for a step in a broker's words, with what they reach, cover and cost. */
export function hedgePlanView(report: HedgePlanReport, shown: PlanShown): View {
  const { step, origin, meaning, account, asOf, order } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(
        texts.planTitle(ratio(step.from), ratio(step.to)),
        order ? texts.openOrder(order.id, orderStateText(order)) : texts.origins[origin],
        ...filledLine(report),
      ),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(texts.exposure.illustration)] : []),
      ...baseParts(report),
      ...openingParts({ ...report, cover: account.cover?.[0] }, shown.styles),
      ...(order ? [text(whenText(order))] : []),
      ...(report.unit ? [text(texts.unit, ...planLines(report.unit))] : []),
      ...planButtons(report, shown),
      RULE,
      text(
        ...accountLines(account),
        `-# ${meaningText(meaning, step)}`,
        ...handLine(report.programme.programme),
      ),
      ...(report.picture
        ? [{ kind: 'picture', shows: report.picture.altText, name: shown.picture } as const]
        : []),
      RULE,
      collapsible(3, 'cost of the year', costLines(report.cost)),
      text(`-# ${texts.condorsStay} ${texts.slice}`, ...bookFooter(asOf, [])),
    ],
  });
}

/** What a step means for the measured ratio. */
export function meaningText(meaning: Settings['ratio.meaning'], { from, to }: RatioStep): string {
  return meaning === 'multiplier' ? texts.factor(decimal(to / from, 3)) : texts.leads(ratio(to));
}

function filledLine({ filled, programme, meaning }: HedgePlanReport): readonly string[] {
  if (meaning === 'absolute') {
    return [];
  }
  const reached = filled === undefined ? texts.orders.noHedge : decimal(filled, 2);
  return [`-# ${texts.fills.stands(ratio(programme.programme.ratio), reached)}`];
}

function baseParts({ base, account }: HedgePlanReport): readonly Part[] {
  const condors = account.unit?.condors ?? account.vega?.condors.contracts ?? 0;
  return base
    ? [text(texts.baseSize(decimal(condors, 0), base.map((calls) => decimal(calls, 0)).join('/')))]
    : [];
}

function whenText({ window, validUntil }: StepOrder): string {
  return texts.fills.when(
    `${day(window.session)}, ${newYorkTime(window.from)}–${newYorkTime(window.until)} ET`,
    newYorkDay(validUntil),
  );
}

function planButtons(
  { opening, order }: HedgePlanReport,
  { styles, mayAct, key }: PlanShown,
): readonly Part[] {
  const hasOthers = opening.kind === 'opens' && opening.order.plans.length > 1;
  return [
    ...(order && mayAct ? orderButtons(order.id) : []),
    ...(hasOthers && styles === 'recommended'
      ? buttons([{ label: texts.orders.otherStyles, link: { command: 'hedge', act: 'styles', key } }])
      : []),
  ];
}

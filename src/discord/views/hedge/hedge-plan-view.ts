import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, ratio, signed } from '#discord/message/format.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { shockText } from './exposure-rows.ts';
import { bookFooter, dollars, dollarsOrNot, handLine, ratioText, signedDollars } from './exposure-text.ts';
import { accountLines } from './exposure-view.ts';
import { costLines } from './hedge-cost-view.ts';
import { planLines } from '#discord/views/signal/ratio-text.ts';
import type { ContractPlan } from '#domain/hedge/book-exposure.ts';
import type { HedgePlan, RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { HedgePlanReport } from '#services/hedge/plan-hedge.ts';

const texts = en.hedge;

/**
 * Whole contracts for a step, in every style, with what they reach and cost.
 *
 * @param picture - name of the file that shows the payoff
 */
export function hedgePlanView(report: HedgePlanReport, picture: string): View {
  const { step, origin, meaning, account, asOf } = report;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.planTitle(ratio(step.from), ratio(step.to)), texts.origins[origin]),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(en.hedge.exposure.illustration)] : []),
      text(
        ...accountLines(account),
        `-# ${meaningText(meaning, step)}`,
        ...handLine(report.programme.programme),
      ),
      RULE,
      ...planParts(report),
      ...(report.picture ? [{ kind: 'picture', shows: report.picture.altText, name: picture } as const] : []),
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

function planParts({ plans, unit }: Pick<HedgePlanReport, 'plans' | 'unit'>): readonly Part[] {
  if (plans.length > 0) {
    return plans.map((plan) => collapsible(1, 'plans', hedgePlanLines(plan)));
  }
  return [unit === undefined ? text(texts.nothingCounted) : text(texts.unit, ...unitPlanLines(unit))];
}

/** Counted contracts of a step. */
export function unitPlanLines(unit: ContractPlan | 'too-small'): readonly string[] {
  return planLines(unit);
}

/** One style: contracts by layer, exact and whole, what they reach, cost and lose a day. */
export function hedgePlanLines(plan: HedgePlan): readonly string[] {
  if (plan.kind === 'none') {
    return [
      texts.style(texts.styles[plan.style]),
      texts.none(texts.noPlan[plan.reason]),
      ...plan.missing.map(({ layer, reason }) =>
        texts.missing(en.hedge.exposure.layers[layer], texts.noCall[reason]),
      ),
    ];
  }
  const { rows, cost, theta, stress } = plan;
  return [
    texts.style(texts.styles[plan.style]),
    ...rows.map(rowLine),
    texts.achieved(
      decimal(plan.ratio, 2),
      decimal(plan.achieved, 3),
      decimal(plan.target, 3),
      signed(plan.error, 3),
    ),
    ...(plan.isTooSmall ? [texts.tooSmall] : []),
    texts.cost(
      dollars(cost.theoretical),
      dollarsOrNot(cost.mid),
      dollarsOrNot(cost.touch),
      signedDollars(theta, 2),
    ),
    texts.stressAfter(
      stress
        .filter(({ shift }) => shift.spotPercent === 0)
        .map(({ shift, ratio: reached }) => `${shockText(shift)} ${ratioText(reached)}`)
        .join(', '),
    ),
  ];
}

function rowLine({ call, exact, whole }: Extract<HedgePlan, { kind: 'plan' }>['rows'][number]): string {
  return texts.planRow({
    whole: signed(whole, 0),
    layer: en.hedge.exposure.layers[call.layer],
    expiry: call.expiry,
    strike: call.strike === undefined ? texts.mixed : texts.strike(String(call.strike)),
    facts: [texts.exact(signed(exact, 2)), texts.delta(decimal(call.delta, 2))].join(', '),
  });
}

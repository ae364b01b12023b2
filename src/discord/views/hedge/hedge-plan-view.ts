import type { ContractPlan } from '#domain/hedge/exposure.ts';
import type { HedgePlan, RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, ratio, signed } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { type Part, RULE, collapsible, text, type View } from '#discord/message/view.ts';
import { shockText } from './exposure-rows.ts';
import { bookFooter, dollars, dollarsOrNot, ratioText, signedDollars } from './exposure-text.ts';
import { accountLines } from './exposure-view.ts';
import { costLines } from './hedge-cost-view.ts';
import { handLine } from './programme-text.ts';
import { planLines } from '#discord/views/signal/ratio-text.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { HedgePlanReport } from '#services/hedge/plan-hedge.ts';

const { hedge: words } = en;

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
      text(words.planTitle(ratio(step.from), ratio(step.to)), words.origins[origin]),
      ...watermarkPart(report.watermark),
      ...(report.isIllustration ? [text(en.exposures.illustration)] : []),
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
      text(`-# ${words.condorsStay} ${words.slice}`, ...bookFooter(asOf, [])),
    ],
  });
}

/** What a step means for the measured ratio. */
export function meaningText(meaning: Settings['ratio.meaning'], { from, to }: RatioStep): string {
  return meaning === 'multiplier' ? words.factor(decimal(to / from, 3)) : words.leads(ratio(to));
}

function planParts({ plans, unit }: Pick<HedgePlanReport, 'plans' | 'unit'>): readonly Part[] {
  if (plans.length > 0) {
    return plans.map((plan) => collapsible(1, 'plans', hedgePlanLines(plan)));
  }
  return [unit === undefined ? text(words.nothingCounted) : text(words.unit, ...unitPlanLines(unit))];
}

/** Counted contracts of a step. */
export function unitPlanLines(unit: ContractPlan | 'too-small'): readonly string[] {
  return planLines(unit);
}

/** One style: contracts by layer, exact and whole, what they reach, cost and lose a day. */
export function hedgePlanLines(plan: HedgePlan): readonly string[] {
  if (plan.kind === 'none') {
    return [
      words.style(words.styles[plan.style]),
      words.none(words.noPlan[plan.reason]),
      ...plan.missing.map(({ layer, reason }) =>
        words.missing(en.exposures.layers[layer], words.noCall[reason]),
      ),
    ];
  }
  const { rows, cost, theta, stress } = plan;
  return [
    words.style(words.styles[plan.style]),
    ...rows.map(rowLine),
    words.achieved(
      decimal(plan.ratio, 2),
      decimal(plan.achieved, 3),
      decimal(plan.target, 3),
      signed(plan.error, 3),
    ),
    ...(plan.isTooSmall ? [words.tooSmall] : []),
    words.cost(
      dollars(cost.theoretical),
      dollarsOrNot(cost.mid),
      dollarsOrNot(cost.touch),
      signedDollars(theta, 2),
    ),
    words.stressAfter(
      stress
        .filter(({ shift }) => shift.spotPercent === 0)
        .map(({ shift, ratio: reached }) => `${shockText(shift)} ${ratioText(reached)}`)
        .join(', '),
    ),
  ];
}

function rowLine({ call, exact, whole }: Extract<HedgePlan, { kind: 'plan' }>['rows'][number]): string {
  return words.planRow({
    whole: signed(whole, 0),
    layer: en.exposures.layers[call.layer],
    expiry: call.expiry,
    strike: call.strike === undefined ? words.mixed : words.strike(String(call.strike)),
    facts: [words.exact(signed(exact, 2)), words.delta(decimal(call.delta, 2))].join(', '),
  });
}

import type { HedgePlan, LayerCall, LayerChoice, NoPlanReason, PlanStyle } from '#domain/hedge/hedge-plan.ts';
import { deltaCall } from './layer-call.ts';
import { deviationCall, deviationStrikes } from './deviation-strikes.ts';
import { heldCalls } from './held-calls.ts';
import { LAYERS, layerExpiries } from '#engine/valuation/layer-expiries.ts';
import { type HedgePlanCase, type PlanRules, allocatePlan, ratioChange } from './allocate-plan.ts';

/**
 * Whole contracts for a step, one plan in each style. A step up adds calls struck at 1.5 to 2 standard deviations,
 * calls of about 0.50 delta, or more of what is held; a step down closes what is held.
 *
 * @see docs/method.md#contracts
 */
export function planHedge(hedgePlanCase: HedgePlanCase): readonly HedgePlan[] {
  const { account, step, meaning } = hedgePlanCase;
  const { ratio } = account;
  const none = (reason: NoPlanReason): readonly HedgePlan[] => [
    { kind: 'none', style: 'held', reason, missing: [] },
  ];
  if (!ratio.known) {
    return none('no-ratio');
  }
  if (step.from === step.to && meaning === 'multiplier') {
    return none('no-step');
  }
  if (meaning === 'multiplier' && !(ratio.value > 0)) {
    return none('nothing-held');
  }
  const wanted = ratioChange(ratio.value, step, meaning);
  const held = planWithHeld(hedgePlanCase, wanted, ratio.value);
  return wanted < 0
    ? [held]
    : [...(['deviations', 'delta'] as const).map((style) => planWithNew(hedgePlanCase, style, wanted)), held];
}

function planWithHeld(hedgePlanCase: HedgePlanCase, wanted: number, ratio: number): HedgePlan {
  const { account, sources, settings } = hedgePlanCase;
  const calls = heldCalls(account.hedge.rows, sources, settings['layers.days']);
  if (calls.length === 0) {
    return { kind: 'none', style: 'held', reason: ratio === 0 ? 'nothing-held' : 'no-call', missing: [] };
  }
  return allocatePlan(hedgePlanCase, {
    style: 'held',
    wanted,
    calls: calls.map(({ call }) => call),
    weights: calls.map(({ call }) => weightOf(call, settings)),
    held: calls.map(({ held }) => held),
    values: calls.map(({ values }) => values),
  });
}

function planWithNew(hedgePlanCase: HedgePlanCase, style: 'deviations' | 'delta', wanted: number): HedgePlan {
  const { settings } = hedgePlanCase;
  const choices = newCalls(hedgePlanCase, style).filter(({ layer }) => weightOf({ layer }, settings) > 0);
  const calls = choices.filter((choice) => choice.kind === 'call');
  const missing = choices.filter((choice) => choice.kind === 'none');
  return missing.length > 0
    ? { kind: 'none', style, reason: 'no-call', missing }
    : allocatePlan(hedgePlanCase, {
        style,
        wanted,
        calls,
        weights: calls.map((call) => weightOf(call, settings)),
        held: calls.map(() => 0),
        values: calls.map(() => []),
      });
}

function newCalls(hedgePlanCase: HedgePlanCase, style: Exclude<PlanStyle, 'held'>): readonly LayerChoice[] {
  const { hedges, sources, settings, geometry } = hedgePlanCase;
  return style === 'deviations'
    ? deviationStrikes(hedges, sources, settings, geometry).map((strikes) => deviationCall(strikes, settings))
    : layerExpiries(hedges, sources, settings).map((place) =>
        deltaCall(place, settings['layers.delta'], sources, geometry),
      );
}

function weightOf({ layer }: Pick<LayerCall, 'layer'>, settings: PlanRules): number {
  return settings['layers.perTenCondors'][LAYERS.indexOf(layer)] ?? 0;
}

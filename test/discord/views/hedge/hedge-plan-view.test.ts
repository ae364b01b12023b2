import { describe, expect, it } from 'vitest';
import type { HedgePlan, LayerCall } from '#domain/hedge/hedge-plan.ts';
import { hedgePlanLines, meaningText } from '#discord/views/hedge/hedge-plan-view.ts';

type Plan = Extract<HedgePlan, { kind: 'plan' }>;

const CALL: LayerCall = {
  layer: 'short',
  expiry: '2027-01-20',
  days: 49.6,
  strike: 27,
  forward: { value: 19.4, basis: 'quote', source: 'cboe', quality: 'delayed', asOf: 0 },
  delta: 0.24,
  unit: 24,
  theta: -1.2,
  theoretical: 118,
};

const PLAN: Plan = {
  kind: 'plan',
  style: 'deviations',
  wanted: 700,
  exactTotal: 5.42,
  rows: [
    {
      call: CALL,
      exact: 2.7,
      whole: 3,
    },
  ],
  ratio: 0.6,
  target: 0.75,
  achieved: 0.754,
  error: 0.004,
  isTooSmall: false,
  cost: { theoretical: 354, mid: 361, touch: 380 },
  theta: -3.6,
  stress: [
    {
      shift: { volPoints: 10, spotPercent: 0, days: 0 },
      condors: -9_000,
      hedge: 6_786,
      ratio: { known: true, value: 0.754, isPartial: false },
    },
    {
      shift: { volPoints: 10, spotPercent: -4, days: 0 },
      condors: -20_000,
      hedge: 6_786,
      ratio: { known: true, value: 0.34, isPartial: false },
    },
  ],
};

describe('hedgePlanLines', () => {
  it('tells whole contracts first, then what was exact, what it reaches and what it costs', () => {
    expect(hedgePlanLines(PLAN)).toEqual([
      '**New calls at 1.5–2 SD strikes (seed style)**',
      '- **+3** short 2027-01-20 27 · exactly +2.70, Δ 0.24',
      'H 0.60 → **0.754**, asked 0.750 (off by +0.004)',
      'Cost: theory $354 · mid $361 · ask $380 · θ −$3.60 a day',
      '-# H(s) with it: +10 0.75',
    ]);
  });

  it('says n/a where a contract has no quote, never 0', () => {
    const lines = hedgePlanLines({ ...PLAN, cost: { theoretical: 354 } });
    expect(lines[3]).toContain('theory $354 · mid n/a · ask n/a');
  });

  it('names no strike for a mixture of what is held', () => {
    const { strike: _, ...mixture } = CALL;
    const lines = hedgePlanLines({ ...PLAN, rows: [{ call: mixture, exact: 2.7, whole: -3 }] });
    expect(lines[1]).toBe('- **−3** short 2027-01-20 mixed strikes · exactly +2.70, Δ 0.24');
  });

  it('warns where no whole number lands near', () => {
    expect(hedgePlanLines({ ...PLAN, isTooSmall: true }).join('\n')).toContain('too small for this step');
  });

  it('says which layer has no call, and why', () => {
    const none: HedgePlan = {
      kind: 'none',
      style: 'delta',
      reason: 'no-call',
      missing: [{ kind: 'none', layer: 'long', reason: 'no-forward' }],
    };
    expect(hedgePlanLines(none)).toEqual([
      '**New calls of about 0.50 delta**',
      'No plan: a layer has no call that could be added',
      '-# long layer: no VIX future of its expiry',
    ]);
  });
});

describe('meaningText', () => {
  it.each([
    ['multiplier', 'a step scales the hedge’s own exposure, × 1.250 (`ratio.meaning` multiplier)'],
    ['absolute', 'a step leads H itself to 0.75 (`ratio.meaning` absolute)'],
  ] as const)('says what a step means as %s', (meaning, text) => {
    expect(meaningText(meaning, { from: 0.6, to: 0.75 })).toBe(text);
  });
});

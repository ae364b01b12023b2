import type { PlanStyle } from '#domain/hedge/hedge-plan.ts';

const styles: Readonly<Record<PlanStyle, string>> = {
  deviations: '1.5–2 SD calls',
  delta: '0.50-delta calls',
  held: 'as held',
};

/** Words about the measured hedge on a card. */
export const standing = {
  styles,
  illustration: ' · **illustration**, nobody holds it',
  ratios: (ratio: string, stress: string, origin: string) =>
    `**Contracts** H **${ratio}** as measured, H(+10) ${stress}${origin}`,
  held: (rows: string, hedge: string, condors: string, short: string) =>
    `Hedge ${rows}: ${hedge} per VIX point · ${condors} condors: ${short}`,
  nothing: 'none held',
  struck: (count: string, strike: string) => `${count} at ${strike}`,
  plan: (style: string, calls: string, achieved: string, error: string) =>
    `**${calls}** ${style} → H ${achieved} (off by ${error})`,
  noPlan: (style: string, why: string) => `${style}: no plan, ${why}`,
  cost: (theory: string, mid: string, ask: string, theta: string) =>
    `theory ${theory} · mid ${mid} · ask ${ask} · θ ${theta} a day`,
  meaning: {
    multiplier:
      'Calls by layer, short first. The step scales the hedge’s own exposure. `/hedge plan` has more.',
    absolute: 'Calls by layer, short first. The step leads H itself to the ratio. `/hedge plan` has more.',
  },
  after: (expiry: string, ratio: string) => `after ${expiry}, if nothing is done: H ${ratio}`,
  unvalued: (count: number) =>
    `${count} ${count === 1 ? 'leg has' : 'legs have'} no value, so contracts are counted. \`/exposure show\` lists them.`,
};

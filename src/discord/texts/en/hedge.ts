import { plural } from '#domain/plural.ts';
import type { HedgeSize, NoCallReason, PlanStyle } from '#domain/hedge/hedge-plan.ts';
import { cover } from '#discord/texts/en/hedge/cover.ts';
import { orders } from '#discord/texts/en/hedge/orders.ts';
import { condors } from '#discord/texts/en/hedge/condors.ts';
import { fills } from '#discord/texts/en/hedge/fills.ts';
import { exposure } from '#discord/texts/en/hedge/exposure.ts';
import { hedgeCommands } from '#discord/texts/en/hedge/commands.ts';
import type { StepOrigin } from '#services/hedge/plan-hedge.ts';

/** What a sentence is filled with, by name where there are many. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

const styles: Readonly<Record<PlanStyle, string>> = {
  deviations: 'New calls at 1.5–2 SD strikes (seed style)',
  delta: 'New calls of about 0.50 delta',
  held: 'More or fewer of what is held',
};

const noCall: Readonly<Record<NoCallReason, string>> = {
  'no-expiry': 'no chain lists a VIX expiry',
  'no-rate': 'no interest rate',
  'no-forward': 'no VIX future of its expiry',
  'no-volatility': 'no volatility',
  'no-strike-listed': 'no listed strike at or above',
  'none-in-band': 'the nearest listed strike is beyond 2 SD',
  'none-near-delta': 'no listed strike has about that delta',
};

const origins: Readonly<Record<StepOrigin, string>> = {
  'open-order': 'The order that is open.',
  owed: 'What the rules have asked, and the book has not followed yet.',
  governed: 'The step that the rules take now.',
  asked: 'The ratio that was asked for.',
  confirmed:
    'The rules take no step now. This is what a fully confirmed signal would ask in the end, step by step.',
};

const roundings: Readonly<Record<HedgeSize['rounding'], string>> = {
  'largest-remainder': 'in proportion',
  down: 'rounded down',
  nearest: 'rounded to the nearest',
  up: 'rounded up',
};

/** Words about the measured hedge on a card. */
const standing = {
  illustration: ' · **illustration**, nobody holds it',
  ratios: (ratio: string, stress: string, origin: string) =>
    `**Contracts** H **${ratio}** as measured, H(+10) ${stress}${origin}`,
  held: (rows: string, hedge: string, condors: string, short: string) =>
    `Hedge ${rows}: ${hedge} per VIX point · ${condors} condors: ${short}`,
  nothing: 'none held',
  contracts: '-# `/hedge plan` names the contracts of this step.',
  after: (expiry: string, ratio: string) => `after ${expiry}, if nothing is done: H ${ratio}`,
  unvalued: (count: number) =>
    `${count} ${plural(count, 'leg has', 'legs have')} no value, so contracts are counted. \`/exposure show\` lists them.`,
};

/** Words about sizing and paying for the hedge, and its alerts. */
export const hedge = {
  styles,
  noCall,
  origins,
  roundings,
  commands: hedgeCommands,
  condors,
  cover,
  fills,
  orders,
  exposure,
  standing,

  planTitle: (from: string, to: string) => `## Hedge plan: vega multiplier ${from} → ${to}`,
  openOrder: (id: string, state: string) => `**${id}**, ${state}`,
  factor: (factor: string) =>
    `a step scales the hedge’s own exposure, × ${factor} (\`ratio.meaning\` multiplier)`,
  leads: (to: string) => `a step leads H itself to ${to} (\`ratio.meaning\` absolute)`,
  notAvailable: 'n/a',
  unit: '**Counted in contracts**',
  baseSize: (condors: string, calls: string) =>
    `Base size for ${condors} condors: **${calls}** VIX calls (short/medium/long layer)`,
  condorsStay: 'The condors stay as they are: the hedge is a sleeve of its own.',
  slice: 'Slice orders; avoid 08:30–09:45, the last ten minutes and VIX settlement mornings.',

  sizeTitle: (condors: string) => `## Hedge for ${condors} condors`,
  sizeRule: (calls: string) =>
    `${calls} VIX calls (short/medium/long layer) per ten condors are ratio 0.60 in contracts.`,
  sizeRow: ({
    calls,
    total,
    ratio,
    error,
    rounding,
  }: Values<'calls' | 'total' | 'ratio' | 'error' | 'rounding'>) =>
    `- **${calls}** (${total}): ratio ${ratio}, off by ${error}, ${rounding}`,

  strikesTitle: '## Strikes at 1.5 and 2 SD',
  strikesRule: (mode: string) =>
    `Standard deviations of the same-expiry VIX future under the option market’s own volatility. In use: **${mode}**.`,
  layer: (layer: string, expiry: string, days: string, forward: string) =>
    `**${layer}** ${expiry} · ${days} d · future ${forward}`,
  deviation: (deviations: string, mode: string, strike: string, listed: string) =>
    `- ${deviations} SD ${mode}: ${strike} → ${listed}`,
  modes: { lognormal: 'lognormal', linear: 'linear' },
  listed: (strike: string, delta: string, unit: string, price: string) =>
    `listed **${strike}** (Δ ${delta}, ${unit} per VIX point, theory ${price})`,
  unlisted: (volatility: string) =>
    `-# No chain lists it: by the held call’s volatility ${volatility}, listed strike n/a`,
  noStrikes: (layer: string, why: string) => `**${layer}** no strike: ${why}`,

  costTitle: '## What the hedge has cost',
  costDays: (from: string, until: string) => `${from} to ${until}`,
  costLine: (net: string, paid: string, received: string) =>
    `Net **${net}** (paid ${paid}, received ${received})`,
  budget: (budget: string, percent: string, capital: string, used: string) =>
    `Budget **${budget}** a year (${percent} % of ${capital}): ${used} used`,
  budgetAlone: (budget: string, used: string) => `Budget **${budget}** a year: ${used} used`,
  noBudget: 'Budget n/a: `/thresholds set budget.capital` says the capital it is a percentage of.',
  unpriced: (count: number) =>
    `**${count} ${plural(count, 'flow has', 'flows have')} no price**, so the net is only what is known`,
  unpricedLine: (id: string, what: string, on: string) => `- ${id} ${what} ${on}`,
  flows: { opened: 'opened', closed: 'closed', settled: 'settled' },

  ratioSet: (from: string, to: string) => `## Vega multiplier set by hand: ${from} → ${to}`,
  ratioSetBy: (who: string, when: string, why: string) => `by ${who} ${when}: ${why}`,
  ratioSetAbove:
    'It counts as no up-step. The rules go on from here: above base they watch every close and may take it down again.',
  ratioSetBase:
    'At or below base: the rules wait for the next signal, with all of an event’s up-steps to use.',
  ratioSetRecord:
    'It is kept in `/exposure history` and shown on the next card. A step that was planned before does not count.',

  problems: {
    'above-hard-cap': (wanted: string, bound: string) =>
      `${wanted} is above the hard cap ${bound}. Choose less, or raise \`ratio.hardCap\` first.`,
    'not-positive': (_asked: string, bound: string) => `The vega multiplier is at least ${bound}.`,
    same: (_asked: string, bound: string) => `The vega multiplier is ${bound} already.`,
    'no-reason': () => 'Say why: the reason is kept with your name.',
  },
  lacks: {
    anything: 'Nothing to try: choose a change, or shift `vol`, `spot` or `days`.',
    lot: 'Which lot? `lot` names it; begin to type to choose.',
    expiry: 'Which expiry? `expiry` takes it as YYYY-MM-DD.',
    quantity: 'How many? `quantity` takes the contracts to add.',
    strikes: 'Which strikes? `strikes` takes four of a condor, `strike` one of a VIX call.',
  },

  meaningTitle: (from: string, to: string) => `## Switch \`ratio.meaning\` from ${from} to ${to}?`,
  meaningSame: (present: string) => `\`ratio.meaning\` is ${present} already.`,
  meaningStep: (from: string, to: string) =>
    `The same step of the vega multiplier, ${from} → ${to}, in contracts:`,
  meaningHead: (meaning: string, isPresent: boolean) => `**${meaning}**${isPresent ? ' (now)' : ''}`,
  meaningConfirm: (to: string) => `Switch to ${to}`,
  meaningAsk: 'Nothing has changed yet.',

  roll: 'A roll is due',
  rollLine: ({ id, layer, quantity, expiry, why }: Values<'id' | 'layer' | 'quantity' | 'expiry' | 'why'>) =>
    `${id} ${quantity} ${layer} ${expiry}: ${why}`,
  rollAge: (days: number) => `held ${days} days`,
  rollFloor: (days: number) => `${days} days left`,
  layersTitle: (layers: string) => `Hedge layer ${layers}: refill it`,
  layerWords: { thin: 'below half', empty: 'empty', settled: 'settled without a successor' },
  layerLine: (layer: string, held: string, base: string, state: string) =>
    `- **${layer}** holds ${held} of ${base}: ${state}`,
  layerNext: '`/hedge plan` names the contracts. Told again every third session until mended.',
  monetiseHeading: '## Taking profits on the hedge',
  monetiseNoOrder: '-# Nothing was ordered. Trade it, then tell `/book edit` or `/book remove`.',
  monetiseNothing: (why: string) => `**Nothing to take**: ${why}`,
  monetiseWhyNot: {
    'no-lots': 'no hedge lots are held.',
    off: '`monetise.enabled` is off.',
    'up-order': 'an order that buys is still open.',
    'up-step': 'this session’s step goes up.',
    calm: 'the hedge has not paid.',
  },
  monetiseNow: (vix: string, score: string, mean: string) =>
    `VIX ${vix}, ${score} SD from ${mean}, the mean of the 20 closes before`,
  monetiseUnknown: 'The VIX and its 20 closes before are not known: only lots are looked at.',
  monetiseRule: (gate: string, deviations: string, multiple: string) =>
    `-# Asks for VIX at ${gate} or more and ${deviations} SD with the lots above cost, or a lot worth ${multiple} × its cost`,
  monetiseMarket: (vix: string, score: string) =>
    `VIX ${vix}, ${score} SD above its 20 closes before, and the lots are worth more than they cost.`,
  monetiseLot: (lot: string, multiple: string) => `${lot} is worth ${multiple} × its cost.`,
  monetiseSell: (ticket: string, dollars: string) => `- ${ticket}: about ${dollars}`,
  monetiseRoll: (lot: string, quantity: string, successor: string) =>
    `- ${lot}: base contracts, roll ${quantity} up and out${successor}; none are sold`,
  monetiseTo: (expiry: string, strike: string) => ` to ${expiry} ${strike} calls`,
  monetiseModel: 'model',
  monetiseCash: (dollars: string) => `Raises about ${dollars}`,
  monetiseCover: (before: string, after: string) => `${before}; after the sale ${after}`,
  monetiseGiveBack: (mean: string, dollars: string) =>
    `Should VIX fall to ${mean}, its 20-close mean, the hedge gives back ${dollars}`,
  rollNext: '`/hedge plan` shows what can be added, `/hedge strikes` where. Nothing was ordered.',
  budgetTitle: (percent: string) => `Hedge budget: ${percent} used`,
  budgetOver:
    'The year’s budget is used up: a further up-step is blocked until cost falls out of the year, or the budget is raised.',
  budgetNear: 'When it is used up, further up-steps are blocked.',
};

import { plural } from '#domain/plural.ts';
import type { NoRatioReason, UnitReason } from '#domain/hedge/book-exposure.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { MarkBasis, UnvaluedReason } from '#domain/hedge/valuation.ts';

/** What a sentence is filled with, by name where there are many. */
type Values<Name extends string> = Readonly<Record<Name, string>>;

const unitReasons: Readonly<Record<UnitReason, string>> = {
  set: 'as was set',
  'unvalued-legs': 'because some legs have no value',
  'no-lots': 'because no lots are kept',
};

const noRatio: Readonly<Record<NoRatioReason, string>> = {
  absurd: 'beyond ±99: the condors are short of next to nothing, or a mark is wrong',
  'no-short-vega': 'the condors are not short of volatility: nothing to hedge',
  'no-condors': 'no condors',
  unvalued: 'nothing of one side has a value',
  'no-loss': 'the condors do not lose here',
};

const unvalued: Readonly<Record<UnvaluedReason, string>> = {
  expired: 'it has settled',
  'beyond-calendar': 'the exchange calendar does not reach its expiry',
  'no-forward': 'no future or forward of its expiry; `/market set` takes one',
  'no-volatility': 'no volatility; `/market set` takes one',
  'no-time-value': 'its price has no time value',
  'impossible-price': 'no volatility gives its price',
  'no-rate': 'no interest rate; `/market set` takes one',
  'no-price': 'no price; `/market set` takes one',
  'absurd-mark': 'a mark is beyond anything ever quoted: look at it with `/market marks`',
  'no-roll-futures': 'the two futures it rolls between are not both known',
};

const bases: Readonly<Record<MarkBasis, string>> = {
  quote: 'quote',
  settlement: 'settlement',
  implied: 'implied',
  interpolated: 'interpolated',
  parity: 'from parity',
  'spot-carry': 'from spot and carry',
  manual: 'by hand',
  model: 'model',
};

const layers: Readonly<Record<LayerName, string>> = { short: 'short', medium: 'medium', long: 'long' };

/** Words about what a book is worth against the VIX. */
export const exposure = {
  unitReasons,
  noRatio,
  unvalued,
  bases,
  layers,
  title: (measured: string, programme: string) =>
    `## Hedge: vega ratio H ${measured}, vega multiplier p ${programme}`,
  ownTitle: (measured: string, programme: string) =>
    `## Your hedge: vega ratio H ${measured} (the server’s multiplier p ${programme})`,
  meaningOfBoth: 'p is what the rules have adopted. H is measured from the book and moves nothing.',
  illustration: '**illustration**: the method’s own book at model prices; nobody holds it',
  ratios: (ratio: string, stress: string) => `**H ${ratio}** · H(+10 VIX points) **${stress}**`,
  ratioOfAll: (ratio: string) => `all expirations ${ratio}`,
  vegaMode: 'vega mode: every leg is valued',
  vegaModePartial: '**partial**: some legs have no value',
  unitMode: (why: string) => `**counts only** ${why}: contracts per ten condors, not dollars`,
  unitRatio: (condors: string, calls: string, ratio: string) =>
    `0.60 × calls ÷ condors: ${condors} condors, ${calls} calls → **${ratio}**`,
  vegaBeside: (ratio: string) => `valued legs alone: H ${ratio}`,
  unknownRatio: (why: string) => `? (${why})`,
  partial: ' partial',
  programme: (now: string, target: string, step: string, state: string) =>
    `**p ${now}** · target ${target} · governed step ${step} · ${state}`,
  programmeAlone: (now: string) => `**p ${now}** · no market data: the rules cannot be asked`,
  noStep: 'none',
  byHand: ({ from, to, who, when, why }: Values<'from' | 'to' | 'who' | 'when' | 'why'>) =>
    `set by hand ${from} → ${to} by ${who} ${when}: ${why}`,
  after: (expiry: string, days: string, now: string, aged: string) =>
    `After the next expiry ${expiry} (${days} d), if nothing is done: H **${now}**, then with everything older **${aged}**`,
  counted: '**Hedge, expirations in H**',
  beyond: '**Beyond**',
  noHedge: '**Hedge** none held.',
  row: (expiry: string, layer: string, contracts: string, days: string) =>
    `**${expiry}** ${layer} · ${contracts} · ${days}`,
  rowNumbers: ({
    dollars,
    share,
    ratio,
    delta,
    beta,
    forward,
  }: Values<'dollars' | 'share' | 'ratio' | 'delta' | 'beta' | 'forward'>) =>
    `-# ${dollars} per VIX point (${share}) · h ${ratio} · Δ ${delta} · β ${beta} · future ${forward}`,
  rowUnvalued: 'not valued',
  contracts: (count: string) => `${count} contracts`,
  shares: (count: string) => `${count} shares`,
  noLayer: 'no layer',
  days: (days: string) => `${days} d`,
  mark: ({ value, basis, source, quality, age }: Values<'value' | 'basis' | 'source' | 'quality' | 'age'>) =>
    `${value} (${basis}, ${source}, ${quality}, ${age} old)`,
  condors: (count: string) => `**Condors** ${count}`,
  noCondors: '**Condors** none held.',
  condorVega: (weighted: string, raw: string) =>
    `vega time-weighted **${weighted}** per VIX point, raw ${raw} per vol point`,
  greeks: (delta: string, gamma: string, theta: string) =>
    `Δ ${delta} per point · Γ ${gamma} · θ ${theta} a day`,
  hedgeGreeks: (delta: string, gamma: string, theta: string, vega: string) =>
    `-# Hedge: Δ ${delta} per VX point · Γ ${gamma} · θ ${theta} a day · ${vega} per VVIX point`,
  stress: '**Stress**, all at once: condors, hedge, H(s)',
  shock: (vol: string, spot: string) => `${vol}${spot}`,
  shockSpot: (spot: string) => ` with SPX ${spot}`,
  stressRow: (shock: string, condors: string, hedge: string, ratio: string) =>
    `-# VIX ${shock}: ${condors}, ${hedge}, ${ratio}`,
  unvaluedTitle: (count: number) => `**Not valued: ${count} ${plural(count, 'leg')}**, so totals are partial`,
  unvaluedLine: (id: string, leg: string, why: string) => `- ${id} ${leg}: ${why}`,
  leg: {
    option: ({
      quantity,
      root,
      strike,
      right,
      expiry,
    }: Values<'quantity' | 'root' | 'strike' | 'right' | 'expiry'>) =>
      `${quantity} ${root} ${strike} ${right} ${expiry}`,
    future: (quantity: string, product: string, expiry: string) => `${quantity} ${product} ${expiry}`,
    shares: (quantity: string, symbol: string) => `${quantity} ${symbol}`,
  },
  rolls: '**Rolls due**',
  asOf: (time: string, stamp: string) => `Book as of ${time} (${stamp})`,
  oldest: (source: string, quality: string, age: string) => `oldest mark ${source} (${quality}, ${age} old)`,
  meaning: {
    multiplier: 'a step scales the hedge’s own exposure (`ratio.meaning` multiplier)',
    absolute: 'a step leads H itself to the ratio (`ratio.meaning` absolute)',
  },
  empty:
    'No book is kept: ratios only. `/book condor` and `/book hedge` add lots; `/steward setup` takes bare counts.',

  whatIf: {
    title: '## What if',
    ownTitle: '## What if, on your own book',
    changes: {
      'add-condor': (quantity: string, what: string) => `add ${quantity} condors ${what}`,
      'add-hedge': (quantity: string, what: string) => `add ${quantity} ${what}`,
      remove: (quantity: string, what: string) => `take ${quantity}${what} out`,
      roll: (quantity: string, what: string) => `roll ${quantity}${what}`,
    },
    shift: (vol: string, spot: string, days: string) =>
      [vol, spot, days].filter((part) => part !== '').join(', '),
    vol: (points: string) => `VIX ${points}`,
    spot: (percent: string) => `SPX ${percent}`,
    days: (days: string) => `${days} days later`,
    row: (name: string, before: string, after: string) => `${name} ${before} → **${after}**`,
    names: {
      ratio: 'H',
      stress: 'H(+10)',
      hedge: 'Hedge per VIX point',
      short: 'Condors per VIX point',
      condorTheta: 'Condor θ a day',
      hedgeTheta: 'Hedge θ a day',
      value: 'Worth',
    },
    settled: (count: number) => `${count} ${plural(count, 'leg has', 'legs have')} settled by then.`,
    mode: (before: string, after: string) => `Measured in ${before} mode before, ${after} mode after.`,
    notShifted: 'H(+10) is not shown for a market that is shifted already.',
    nothing: 'Nothing is stored, nothing is ordered.',
  },

  history: {
    title: '## Vega ratio H and multiplier p over time',
    none: 'No decision has been stored yet.',
    line: ({ when, state, programme, ratio, id }: Values<'when' | 'state' | 'programme' | 'ratio' | 'id'>) =>
      `- ${when} ${state} · p **${programme}** · ${ratio} · ${id}`,
    ratio: (ratio: string, stress: string) => `H ${ratio}, H(+10) ${stress}`,
    noRatio: 'H n/a',
    overrides: '**Set by hand**',
    override: ({ from, to, who, when, why }: Values<'from' | 'to' | 'who' | 'when' | 'why'>) =>
      `- ${from} → **${to}** by ${who} ${when}: ${why}`,
  },
};

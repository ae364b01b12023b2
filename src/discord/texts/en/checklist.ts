import { plural } from '#domain/plural.ts';
import { vixGate } from './checklist/vix-gate.ts';
import type { ChecklistFinding, ChecklistItemId, ChecklistStatus } from '#domain/checklist/checklist.ts';

const questions: Readonly<Record<ChecklistItemId, string>> = {
  'vega-exposure': 'Vega ratio H, first expirations: has the book followed?',
  'breadth-divergence': 'Small and large caps: A/D divergence',
  'irr-drag': 'IRR drag of an unhedged small-cap ETF',
  'dual-confirmation': 'Do both RSI and MACD confirm?',
  parity: 'Conversions and reversals',
  'moving-averages': 'Moving averages, Time-Shift',
  'break-even': 'Break-even buffer',
  'vix-gate': 'VIX gate, curve and skew, daily range',
  'fomc-window': 'FOMC: window, and what was said',
  'macro-context': 'Dollar, yields, credit, RUT’s own variance',
  'rolls-due': 'Rolls due',
  'hedge-budget': 'Hedge budget, sleeve apart from condors',
  'steward-check': 'Steward check: steps, cooldown',
  'rebalance-timing': 'When to change the hedge',
  'print-quorum': 'Verify the print',
};

const marks: Readonly<Record<ChecklistStatus, string>> = {
  ok: '✓ ok',
  watch: '! watch',
  act: '‼ act',
  unknown: '? look yourself',
};

type Facts = readonly (string | undefined)[];

/** Sessions until something, or since it where they are negative. */
function sessions(away: string | undefined): string {
  if (away === '0') {
    return 'this session';
  }
  const isPast = away?.startsWith('−') === true;
  const distance = isPast ? away.slice(1) : (away ?? '');
  const counted = `${distance} ${plural(Number(distance), 'session')}`;
  return isPast ? `${counted} ago` : `in ${counted}`;
}

const statementNear = ([date, away, policy]: Facts): string =>
  `statement of ${date}, ${sessions(away)}; policy: ${policy}`;

const statementAway = ([date, away]: Facts): string => `nearest statement ${date}, ${sessions(away)}`;

const unread = 'nobody has noted what was said: read it, then `/checklist note`';

const steward =
  (meaning: string) =>
  ([used, allowed, cooldown, now, base, cap, ...limits]: Facts): string =>
    [
      `${meaning}; up-steps ${used} of ${allowed} used, cooldown ${cooldown}; ${now} from base ${base} to cap ${cap}`,
      ...limits,
    ].join('; ');

/** Vega ratio H with what it becomes; what is not known is said so. */
function exposure(...[h, stress, after, expiry]: Facts): string {
  const told = (fact: string | undefined): string => (fact === undefined || fact === '' ? '?' : fact);
  const next = expiry === '' || expiry === undefined ? '' : `, after ${expiry} ${told(after)}`;
  return `H ${told(h)}, H(+10) ${told(stress)}${next}`;
}

function after(edge: string | undefined): string {
  return edge === '' || edge === undefined ? '' : `, ${edge} after bid, ask and fees`;
}

function sides(side: string | undefined): string {
  return side === 'low' ? 'lower' : 'upper';
}

function alsoDue(rolls: string | number | undefined): string {
  return rolls === 0 || rolls === undefined ? '' : `; rolls due: ${rolls}`;
}

function missing(count: string | undefined): string {
  return count === '0' || count === undefined ? '' : `, ${count} flows without a price`;
}

/** Place of the first of four shares among the facts of item 10; rows of before they were kept have none. */
const SHARES = 13;

/** How much of RUT's variance SPX does not explain. */
function ownVariance(facts: Facts): readonly string[] {
  const [quarter, usual, year, usualYear] = facts.slice(SHARES).map((fact) => fact || '?');
  return quarter === undefined
    ? []
    : [
        `RUT’s idiosyncratic share ${quarter} % in 63 sessions (mean ${usual} %), ${year} % in 252 (mean ${usualYear} %)`,
      ];
}

/** Facts of one multiple, and the place of the first. */
const OF_MULTIPLE = 6;
const MULTIPLES = SHARES + 4;

/** What somebody has entered of prices over earnings and cash flow, with source and age. */
function multiplesTold(facts: Facts): readonly string[] {
  const count = Math.max(0, Math.floor((facts.length - MULTIPLES) / OF_MULTIPLE));
  return Array.from({ length: count }, (_, place) => {
    const first = MULTIPLES + place * OF_MULTIPLE;
    const [multiple, caps, value, source, day, days] = facts.slice(first, first + OF_MULTIPLE);
    return `${multiple} of ${caps} caps ${value} (${source}, ${day}, ${days} d old)`;
  });
}

/** Value with its change of a day and of five; what is not known is left out, and said so. */
function macro(facts: Facts): string {
  const fact = (place: number): string => facts[place] || '?';
  const told = (name: string, unit: string, at: number): string =>
    `${name} ${fact(at)}${unit} (1 day ${fact(at + 1)}, 5 days ${fact(at + 2)})`;
  return [
    told('dollar', '', 0),
    told('10 less 2 years', ' %', 3),
    told('real 10 years', ' %', 6),
    told('high-yield spread', ' %', 9),
    `of ${fact(12)}`,
    ...ownVariance(facts),
    ...multiplesTold(facts),
    'context, never a gate',
  ].join(', ');
}

/** What an answer turns on. Facts arrive written, in the order that `ChecklistFinding` names. */
const findings: Readonly<Record<ChecklistFinding, (facts: Facts) => string>> = {
  diverging: ([small, large, sessions]) => `${small} behind ${large} over ${sessions} sessions`,
  level: ([small, large, sessions]) => `${small} not behind ${large} over ${sessions} sessions`,
  both: ([closes]) => `both, within ${closes} closes`,
  'rsi-only': ([closes]) => `RSI only, within ${closes} closes`,
  'macd-only': ([closes]) => `MACD only, within ${closes} closes`,
  neither: ([closes]) => `neither, within ${closes} closes`,
  'time-shift-review': ([period]) =>
    `below its ${period}-session average on a weak print: review the Time-Shift`,
  'time-shift-only': ([period]) =>
    `weak momentum, but breadth and curve are healthy: Time-Shift only (${period}-session average)`,
  below: ([period]) => `below its ${period}-session average`,
  above: ([period]) => `above its ${period}-session average`,
  'late-gate': vixGate('late: no up-steps'),
  halved: vixGate('up-steps are halved'),
  calm: vixGate('calm'),
  'skew-rose': vixGate('put skew has risen since the print'),
  'curve-moved': vixGate('the curve has changed since the print'),
  inside: statementNear,
  outside: statementAway,
  'inside-unread': (facts) => `${unread}; ${statementNear(facts)}`,
  'outside-unread': (facts) => `${unread}; ${statementAway(facts)}`,
  'no-date': () => 'no statement date is known',
  'step-up': steward('an up-step'),
  'step-down': steward('a down-step'),
  held: steward('held back'),
  'above-cap': steward('above the hard cap'),
  'above-base': steward('above base, nothing to do'),
  'at-base': steward('at base, nothing to do'),
  'exposure-valued': ([h, stress, after, expiry]) => exposure(h, stress, after, expiry),
  'exposure-expires': ([h, stress, after, expiry]) =>
    `much of it goes soon: ${exposure(h, stress, after, expiry)}`,
  'exposure-partial': ([h, stress, after, expiry, legs]) =>
    `partial, ${legs} legs without a value: ${exposure(h, stress, after, expiry)}`,
  'exposure-counted': ([h]) => `counted in contracts: ${h}`,
  'exposure-owed': ([h, stress, after, expiry, , asked, filled]) =>
    `asked ${asked}, filled ${filled === '' ? 'no hedge' : filled}: \`/hedge orders\` shows what is owed; ${exposure(h, stress, after, expiry)}`,
  'exposure-lapsed': ([h, stress, after, expiry, , asked, filled]) =>
    `asked ${asked}, filled ${filled === '' ? 'no hedge' : filled}, and the order has lapsed: \`/hedge orders\`; ${exposure(h, stress, after, expiry)}`,
  'exposure-layer': ([h, stress, after, expiry]) =>
    `a layer lacks calls (item 11): ${exposure(h, stress, after, expiry)}`,
  'exposure-unknown': () => 'lots are kept, but vega ratio H cannot be told: `/exposure show` says why',
  'no-lots': () => 'the server keeps no lots: `/book condor`, `/book hedge`',
  drag: ([lot, days, condor, etf, period]) =>
    `over ${days} days the index made ${etf} %, condor ${lot} with its hedge ${condor} %: behind by ${period} %`,
  'no-drag': ([lot, days, condor, etf]) =>
    `none: over ${days} days the index made ${etf} %, condor ${lot} with its hedge ${condor} %`,
  'etf-trails': ([lot, days, condor, etf, dollars]) =>
    `small caps trail ${lot} with its hedge by $${dollars} per $100,000 in ${days} d (${etf} % against ${condor} %)`,
  'etf-leads': ([lot, days, condor, etf, dollars]) =>
    `none: small caps lead ${lot} with its hedge by $${dollars} per $100,000 in ${days} d (${etf} % against ${condor} %)`,
  'drag-unknown': () => 'a credit, a price or a close is missing',
  'parity-none': ([root, expiry, strike, gap, edge]) =>
    `no opportunity: ${root} ${expiry} at ${strike}, gap ${gap} at mid${after(edge)}`,
  'parity-edge': ([root, expiry, strike, gap, edge, side]) =>
    `${side} in ${root} ${expiry} at ${strike}: gap ${gap} at mid${after(edge)}; document it`,
  'parity-no-edge': ([root, expiry, strike, gap]) =>
    `unknown: no edge can be told of ${root} ${expiry} at ${strike} (gap ${gap} at mid); note what you see`,
  'box-none': ([expiry, strikes, spread, edge]) =>
    `no opportunity: SPX box ${expiry} ${strikes} pays ${spread} bp over bills at mid, ${edge} points after the sides and fees`,
  'box-edge': ([expiry, strikes, spread, edge, side]) =>
    `${side} by the SPX box ${expiry} ${strikes}: ${spread} bp over bills at mid, ${edge} points after the sides and fees; document it`,
  'parity-no-quotes': () => 'no quotes: note what you see with `/checklist note`',
  'break-even-far': ([lot, side, days, minimum, points]) =>
    `${lot}: ${days} × the expected move to the ${sides(side)} break-even (≥ ${minimum}), ${points} points`,
  'break-even-near': ([lot, side, days, minimum, points]) =>
    `${lot}: only ${days} × the expected move to the ${sides(side)} break-even (< ${minimum}), ${points} points`,
  'break-even-z-far': ([lot, side, deviations, minimum, points]) =>
    `${lot}: ${deviations}σ to the ${sides(side)} break-even (≥ ${minimum}σ), ${points} points`,
  'break-even-z-near': ([lot, side, deviations, minimum, points]) =>
    `${lot}: only ${deviations}σ to the ${sides(side)} break-even (< ${minimum}σ), ${points} points`,
  'break-even-unknown': () => 'SPX, VIX9D or a credit is missing',
  'no-condors': () => 'no condors are kept as lots: `/book condor`',
  rolls: ([count, lot, expiry, left, held]) =>
    `${count} due, first ${lot} of ${expiry}: ${left} days left, held for ${held}`,
  'no-rolls': () => 'none due, every layer stands',
  'layer-empty': ([layer, , base, , due]) => `the ${layer} layer holds nothing of ${base}${alsoDue(due)}`,
  'layer-settled': ([layer, , base, , due]) =>
    `the ${layer} layer has settled without a successor: 0 of ${base}${alsoDue(due)}`,
  'layer-thin': ([layer, calls, base, , due]) =>
    `the ${layer} layer is thin: ${calls} of ${base}${alsoDue(due)}`,
  'layer-below': ([layer, calls, base]) => `the ${layer} layer holds ${calls} of ${base}`,
  'budget-within': ([net, budget, used, unpriced]) =>
    `$${net} in 365 days, ${used} % of $${budget}${missing(unpriced)}; condor lots stay as they are`,
  'budget-over': ([net, budget, used, unpriced]) =>
    `over: $${net} in 365 days, ${used} % of $${budget}${missing(unpriced)}; no up-step that adds to it`,
  'budget-unset': ([net, unpriced]) =>
    `$${net} in 365 days${missing(unpriced)}; no capital is set, so no budget: \`/thresholds set budget.capital\``,
  'window-open': ([session, , until]) => `quiet part of ${session}, until ${until} ET; in slices`,
  'window-later': ([session, from, until]) =>
    `not now: ${session} from ${from} to ${until} ET, in slices; not from 08:30 to 09:45, not in the last ten minutes`,
  'window-after-settlement': ([session, from, until]) =>
    `VIX options settle on the morning of ${session}: from ${from} to ${until} ET, in slices`,
  context: macro,
  'context-real': (facts) =>
    `a weak print with falling nominal and rising real yields, which weighs on small caps’ cost of capital; ${macro(facts)}`,
  'context-unknown': (facts) =>
    [
      ...ownVariance(facts),
      ...multiplesTold(facts),
      'no yields and no dollar from FRED',
      'context, never a gate',
    ].join(', '),
  'quorum-one': ([release, source]) =>
    `${release} is PROVISIONAL: only ${source} has shown it. Look at the release itself`,
  'quorum-agreed': ([release, sources]) => `${sources} show the same figures of ${release}`,
  'quorum-disputed': ([release, sources]) =>
    `${sources} show different figures of ${release}. Look at the release itself`,
  unknown: () => 'an input is missing',
};

/** What Discord is told of `/checklist`. Descriptions have at most 100 characters. */
const commands = {
  checklist: 'What to look at before anybody acts',
  show: 'The checklist of the latest decision, with ticks',
  note: 'Write beside an item: what you looked at, what you found (stewards)',
  item: 'Which item',
  text: 'What to write, one line',
  history: 'Checklists of the latest events, or the notes and ticks of one item',
  historyItem: 'Notes and ticks of this item alone, over all events',
};

/** Words about the checklist: its questions, its answers, and who ticked them. */
export const checklist = {
  commands,
  findings,
  title: (done: number, all: number) => `### Checklist · ${done} of ${all} done`,
  choose: 'Tick what you have done',
  questions,
  marks,
  reopened: (by: string, at: string, then: string) =>
    `open again: it was **${then}** when ${by} ticked it ${at}`,
  note: (by: string, at: string, text: string) => `“${text}” ${by} ${at}`,
  history: '## Checklists of the latest events',
  noHistory: 'There is none yet. The first one comes with the next CPI or PPI release.',
  past: (name: string, state: string, day: string) => `**${name}** ${state}, until ${day}`,
  itemHistory: (question: string) => `## ${question}`,
  noEntries: 'Nobody has noted or ticked anything here yet.',
  statement: (day: string, statement: string, pressConference: string) =>
    `${day}: [statement](${statement}), [press conference](${pressConference})`,
  untouched: 'nobody ticked or noted anything',
  noted: 'Noted.',
  ticked: (by: string, at: string) => `ticked by ${by} ${at}`,
  stewardsTick: 'Stewards tick. Everyone sees the same marks.',
};

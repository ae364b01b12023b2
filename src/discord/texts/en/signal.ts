import type { PrintAgreement } from '#domain/releases/print.ts';
import type { DegradedReason, Limit, StandDownReason, State } from '#domain/signal/decision.ts';
import type { Evaluation } from '#domain/signal/snapshot.ts';
import type { EvidenceId, Truth } from '#domain/signal/evidence.ts';
import type { ScenarioPath } from '#domain/signal/scenario-place.ts';
import type { Calibration } from '#domain/signal/score.ts';
import { action } from '#discord/texts/en/signal/action.ts';
import { card } from '#discord/texts/en/signal/card.ts';

/** What each condition means, for somebody who reads it for the first time. */
const definitions: Readonly<Record<EvidenceId, string>> = {
  print:
    'A CPI or PPI print is weak when it falls short of its consensus: core weighs 0.7, the headline 0.3, each in standard deviations of its last sixty surprises. It counts while its window is open.',
  lag: 'Each day the Russell’s return less beta times that of the S&P 500 is what small caps did on their own; five days of it are summed and held against the 252 sums before. RUT/SPX must also stand below its close before the print.',
  trend: 'The Russell closed below its moving average. On a weak print that asks for the Time-Shift review.',
  breadth:
    'Advances less declines as a share of the issues traded, small caps less large caps, summed over the window: negative, falling, and unusual against its own history. It decides whether a raise has full or half strength.',
  rsi: 'Wilder’s RSI of the Russell is low, and lower than that of the S&P 500 by enough, on the same close, on one of the last few closes.',
  macd: 'The MACD histograms of the Russell and of RUT/SPX are both below zero, and the Russell’s either crossed down lately or is the lowest of twenty closes.',
  smallCapVol:
    'Implied volatility of the Russell less that of the S&P 500, against its own mean of ninety sessions. Shown only.',
  term: 'How far three-month implied volatility stands above one-month. Shown only; small or negative numbers are stress.',
  lateGate: 'The VIX is high already or jumped: hedges are dear by then, so no up-step is taken.',
};

const states: Readonly<Record<State, string>> = {
  CALM: 'no weak print is open',
  ARMED: 'a weak print; small caps do not lag so far',
  WATCH: 'a weak print, and small caps lag',
  CONFIRM: 'lag, and part of the momentum agrees',
  CAPITULATION: 'lag, RSI and MACD all agree',
  HOLD: 'the window is over; the raised multiplier is held',
  UNWIND: 'the raised multiplier is taken back in steps',
};

const limits: Readonly<Record<Limit, string>> = {
  deadband: 'what is left to the target is within the deadband: left alone',
  'step-up': 'cut to the largest up-step of one session',
  'step-down': 'cut to the largest down-step of one session',
  'halved-vix': 'halved: the VIX is between the upper gate and the late level',
  'halved-fomc': 'halved: an FOMC statement is within a session',
  'blocked-fomc': 'blocked: an FOMC statement is within a session',
  'stand-down': 'blocked: stand-down',
  degraded: 'blocked: an input is missing or old',
  cooldown: 'blocked: too soon after the last up-step',
  'event-budget': "cut to what this event's budget for up-steps has left",
  'hedge-budget': 'blocked: it would cost more than the hedge budget of the year has left',
  'after-down-step': 'blocked: a down-step was less than three sessions ago',
  'after-skip': 'blocked: a step was skipped less than three sessions ago',
  'hard-cap': 'cut at the hard cap',
  'one-step-a-session': 'this session has had its step',
};

const standDown: Readonly<Record<StandDownReason, string>> = {
  'vix-level': 'the VIX is above the late level',
  'vix-jump': 'the VIX jumped in one session',
  fomc: 'an FOMC statement is within a session',
};

const degradedInput: Readonly<Record<DegradedReason['input'], string>> = {
  rut: 'RUT',
  spx: 'SPX',
  vix: 'VIX',
};

const evaluations: Readonly<Record<Evaluation['kind'], string>> = {
  print: 'Print card',
  check: 'Check',
  official: 'Official evaluation',
  question: 'As it stands now',
};

const printAgreement: Readonly<Record<PrintAgreement, string>> = {
  provisional: '**PROVISIONAL**: only one source has shown these figures so far',
  confirmed: 'confirmed: two sources show the same figures',
  disputed: '**DISPUTED**: another source shows other figures; these are the ones seen first',
};

const decision = {
  printAgreement,
  states,
  limits,
  standDown,
  degradedInput,
  evaluations,
  standsDown: 'STAND-DOWN',
  isDegraded: 'DEGRADED',
  hot: 'HOT',
  stays: (ratio: string) => `vega multiplier stays ${ratio}`,
  moves: (from: string, to: string) => `vega multiplier ${from} → ${to}`,
  was: (state: string) => `was ${state}`,
  outlived: (rank: string) =>
    `what was last seen is ${rank} alone; a state is left only after closes in a row below it`,
  print: (report: string, month: string, reading: string) => `**${report}${month} ${reading}**`,
  monthOf: (month: string) => ` for ${month}`,
  fragile: 'rounding of the figures could decide the class',
  late: 'received late',
  lateConsensus: 'consensus captured late: the target is halved',
  noConsensus: 'without consensus: against the last three prints',
  noPrint: 'No print in its window',
  unclassified: (reason: string) => `unclassified: ${reason}`,
  age: (sessions: number) => (sessions === 0 ? 'day 0' : `day ${sessions} of its window`),
};

const paths: Readonly<Record<ScenarioPath, string>> = {
  'no-lag': 'small caps do not lag',
  lag: 'they lag',
  partly: 'they lag, part of momentum agrees',
  both: 'they lag, RSI and MACD agree',
  'both-and-breadth': 'the same, and breadth',
};

const scenario = {
  paths,
  short: {
    'no-lag': 'small caps hold',
    lag: 'small caps lag',
    partly: 'they lag, part of momentum agrees',
    both: 'RSI and MACD too',
    'both-and-breadth': 'breadth too',
  } satisfies Readonly<Record<ScenarioPath, string>>,
  atClose: (prints: string) => `**${prints}**, at the close:`,
  shortCell: (path: string, state: string, multiplier: string) => `- ${path}: ${state}, ${multiplier}`,
  nowHere: ' ◂ now here',
  noStep: (prints: string, multiplier: string) => `**${prints}** no step, ${multiplier}`,
  shortSame: (prints: string, state: string, multiplier: string) => `**${prints}** ${state}, ${multiplier}`,
  fomcHalves: 'FOMC within a session: steps halved',
  fomcBlocks: 'FOMC within a session: no steps up',
  title: '**What the rules will say at the close**',
  row: (prints: string) => `**Print ${prints}**`,
  print: (name: string, deviations: string) => (deviations === '' ? name : `${name} (${deviations})`),
  or: ' or ',
  cell: (path: string, state: string, ratio: string) => `- ${path}: **${state}**, ${ratio}`,
  whatever: (state: string, ratio: string) => `- whatever small caps do: **${state}**, ${ratio}`,
  today: ' ◂ where the closes stand',
  stays: (ratio: string) => `${ratio} stays`,
  moves: (from: string, to: string, target: string) => `${from} → ${to} of ${target}`,
  assumes: (halved: boolean) =>
    `With tonight’s VIX, multiplier and settings${halved ? '; without a consensus the raise is halved' : ''}.`,
  place: (print: string, path: string) => `In the table of the evening before: ${print}, ${path}.`,
  placeUntold: (print: string) => `In the table of the evening before: ${print}; the close decides the rest.`,
};

const truths: Readonly<Record<Truth, string>> = { true: 'true', false: 'false', unknown: 'unknown' };

const correction = {
  title: (when: string) => `Correction to the evaluation of ${when}`,
  conclusion:
    '**The conclusion would have been different.** What was posted stays posted, and nothing moves twice.',
  noConclusion: 'The conclusion stays: state, target and step are the same.',
  changed: '**What has changed**',
  rank: (was: string, is: string) => `- evidence led to ${was}, now to ${is}`,
  target: (was: string, is: string) => `- target was ${was}, is ${is}`,
  step: (was: string, is: string) => `- step was ${was}, is ${is}`,
  evidence: (name: string, was: Truth, is: Truth) => `- ${name} was ${truths[was]}, is ${truths[is]}`,
  print: (was: string, is: string) => `- print was ${was}, is ${is}`,
  unclassified: 'unclassified',
  degraded: (was: string, is: string) => `- missing inputs: ${was}, now ${is}`,
  inputs: '**Because**',
  input: (series: string, day: string, was: string, is: string) => `- ${series} of ${day}: ${was} → ${is}`,
  absent: 'not there',
  hiddenInput: '- what surprises are measured against has changed',
};

const directions: Readonly<Record<Calibration['direction'], string>> = {
  up: 'Up-steps',
  down: 'Down-steps',
};

const calibration = {
  title: '## Latest decisions',
  none: 'Nothing has been decided yet. The first evaluation comes with the next CPI or PPI release.',
  line: (time: string, state: string, ratio: string, id: string) => `- ${time} **${state}** ${ratio} · ${id}`,
  calibration: '**How recommendations have done**',
  meaning:
    'An up-step counts as right when the VIX stood higher so many sessions later, a down-step when it stood no higher. Scored once, published whatever it says.',
  noScores: 'None has been scored yet: the first score comes one session after a step.',
  row: (direction: Calibration['direction'], sessions: number, counts: string, interval: string) =>
    `- ${directions[direction]} after ${sessions}: ${counts} right${interval}`,
  counts: (right: number, all: number) => `${right} of ${all}`,
  interval: (low: string, high: string) => ` (95 %: ${low} to ${high})`,
  means: (vix: string, spx: string) => `, VIX ${vix}, SPX ${spx} on average`,
  few: 'So few cases say nothing about the next one.',
  score: (id: string, step: string, sessions: number, came: string) =>
    `- ${id} ${step}, after ${sessions}: ${came}`,
  came: (vix: string, spx: string, drawdown: string) => `VIX ${vix}, SPX ${spx}, deepest ${drawdown}`,
  scores: '**Latest scores**',
};

/** What a condition means, and what would make it hold or stop holding. */
const explanation = {
  definitions,
  holds: (truth: 'true' | 'false' | 'unknown'): string =>
    ({
      true: 'It holds.',
      false: 'It does not hold.',
      unknown: 'It is not known: that never counts as yes.',
    })[truth],
  flips: (needed: string) => `What would flip it: ${needed}.`,
  flipsBack: (margin: string) => `It would stop holding if it moved back past its bound: ${margin}.`,
  flipsUnknown: 'What would flip it cannot be told while an input is missing.',
  flipsNothing: 'It has no bound of its own to cross.',
};

/** What Discord is told of `/signal`. Descriptions have at most 100 characters. */
const commands = {
  signal: 'The signal, and why it is what it is',
  now: 'The signal as it stands this moment; nothing is stored and nothing moves',
  why: 'A stored decision: every value, threshold and source behind it',
  id: 'The decision; begin to type to choose',
  explain: 'One condition: what it means, its value, its source, what would flip it',
  condition: 'Which condition',
  history: 'What was decided lately, and how its recommendations have done',
};

/** Words about decisions: their card, their proof, and how they have done. */
export const signal = { action, calibration, card, commands, correction, decision, explanation, scenario };

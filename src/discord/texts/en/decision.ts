import type { DegradedReason, Limit, StandDownReason, State } from '#domain/signal/decision.ts';
import type { PrintAgreement } from '#domain/releases/print.ts';
import type { Evaluation } from '#domain/signal/evaluation.ts';

const states: Readonly<Record<State, string>> = {
  CALM: 'no weak print is open',
  ARMED: 'a weak print; small caps do not lag so far',
  WATCH: 'a weak print, and small caps lag',
  CONFIRM: 'lag, and part of the momentum agrees',
  CAPITULATION: 'lag, RSI and MACD all agree',
  HOLD: 'the window is over; the raised ratio is held',
  UNWIND: 'the raised ratio is taken back in steps',
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

const printStanding: Readonly<Record<PrintAgreement, string>> = {
  provisional: '**PROVISIONAL**: only one source has shown these figures so far',
  confirmed: 'confirmed: two sources show the same figures',
  disputed: '**DISPUTED**: another source shows other figures; these are the ones seen first',
};

export const decision = {
  printStanding,
  states,
  limits,
  standDown,
  degradedInput,
  evaluations,
  standsDown: 'STAND-DOWN',
  isDegraded: 'DEGRADED',
  hot: 'HOT',
  stays: (ratio: string) => `hedge ratio stays ${ratio}`,
  moves: (from: string, to: string) => `hedge ratio ${from} → ${to}`,
  was: (state: string) => `was ${state}`,
  outlived: (rank: string) =>
    `what was last seen is ${rank} alone; a state is left only after closes in a row below it`,
  print: (report: string, month: string, reading: string) => `**${report}${month} ${reading}**`,
  monthOf: (month: string) => ` for ${month}`,
  fragile: 'rounding of the figures could decide the class',
  late: 'received late',
  noConsensus: 'without consensus: against the last three prints',
  noPrint: 'No print in its window',
  unclassified: (reason: string) => `unclassified: ${reason}`,
  age: (sessions: number) => (sessions === 0 ? 'day 0' : `day ${sessions} of its window`),
};

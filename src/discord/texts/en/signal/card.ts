export const card = {
  shortened: (names: readonly string[]) => `-# Shortened to fit: ${names.join(', ')}.`,
  nothing: 'Nothing to show.',
  unknown: '?',

  why: '**Why**',
  surprise: (actual: string, expected: string, difference: string) =>
    `${actual}, expected ${expected} (${difference})`,
  proxy: 'mean of the last three prints',
  unrounded: (figure: string) => `${figure} before rounding`,
  revision: (difference: string) => `month before restated by ${difference}`,
  netNews: (deviation: string) => `with the restatement ${deviation}`,
  nearest: (rule: string, percent: string) => `Nearest rule: ${rule}, ${percent} of the way`,
  wouldFlip: (needed: string) => `Would flip it: ${needed}`,

  ratio: '**Vega multiplier**',
  ratioNow: (now: string) => `${now} now`,
  ratioStep: (step: string, next: string) => `step ${step} → **${next}**`,
  ratioNoStep: 'no step',
  ratioTarget: (target: string) => `the rules alone ask ${target}`,
  halfStrength: 'half strength: breadth does not confirm, or is unknown',
  halfForConsensus: 'halved: nobody forecast the print',
  unwindOn: (branch: string, closes: string) => `${branch}, on the closes of ${closes}`,
  recovered: 'momentum recovered',
  expired: 'the signal ran out',

  contracts: '**Contracts** (counts only)',
  book: (condors: number, hedge: string, ratio: string) =>
    `${condors} condors, ${hedge} calls: ratio **${ratio}**`,
  plan: (calls: string, achieved: string, error: string) => `${calls} calls → ${achieved} (off by ${error})`,
  exact: (calls: string) => `exactly ${calls}`,
  tooSmall: 'The book is too small for this step: no whole number of contracts lands near it.',
  noBook: 'No book: multipliers only. `/steward setup` tells what the server holds.',
  noCondors: 'No condors in the book: multipliers only.',
  contractOrder: 'Calls of the first three hedge expirations, nearest first.',

  gates: '**Gates, and what not to do**',
  vix: (vix: string, gate: string) => `VIX ${vix}, ${gate}`,
  gate: (passed: number) =>
    ['below all gates', 'past gate 1 of 3', 'past gate 2 of 3', 'past all gates'][passed] ?? 'gate unknown',
  gateUnknown: 'gate unknown',
  /** What to do with new condors by the gates that the VIX has passed. */
  newCondors: [
    'New condors: as planned; open or refresh layers now',
    'New condors: as planned; layers stand as they are',
    'New condors: hold',
    'New condors: hold; the late gate decides whether hedge may still be added',
  ],
  newCondorsUnknown: 'New condors: look at the VIX yourself, its level is unknown',
  lateGate: { true: 'Late gate reached', false: 'Late gate not reached', unknown: 'Late gate ?' },
  ofLateGate: (gate: string, facts: string) => `${gate}: ${facts}`,
  term: (slope: string, shape: string) => `VIX3M over VIX ${slope} (${shape})`,
  dailyRange: (range: string) => `expected day ±${range}`,
  leaveCondors: 'Leave the condors alone: the hedge is a sleeve of its own.',
  standDown: (reasons: string) => `No up-step: ${reasons}. Raising the hedge now would be late.`,
  premature: 'Do not raise yet: RSI and MACD must both confirm at the same close.',
  hot: 'A hot print is information only: no step follows from it.',
  degraded: (inputs: string) => `The state cannot rise: ${inputs}.`,
  holding: 'Do not add: the window of the print is over.',
  unwinding: 'Do not add: the vega multiplier is on its way back to base.',
  unofficial: 'Only the evaluation after the close may move the vega multiplier.',

  picture: 'Signal chart',
  asOf: (what: string, time: string, stamp: string) => `${what} · as of ${time} (${stamp})`,
  sources: (sources: string) => `Data: ${sources}`,
  settings: (version: number) => `settings v${version}`,
  settingsMoved: (from: number, to: number) =>
    `The settings changed during this event: version ${from} when it was opened, ${to} now.`,
  disclaimer:
    'Educational model output, not advice. Options can lose their whole value. Check the inputs yourself.',

  last: (id: string, state: string, multiplier: string) =>
    `Last stored: ${id} ${state}, vega multiplier ${multiplier}. \`/signal why\` explains it.`,
  noLast: 'Nothing has been stored yet.',
  replaySame: 'Evaluated again from its stored inputs: the same, byte for byte.',
  replayDifferent:
    'Evaluated again from its stored inputs: **different**. The rules have changed since, or this is a bug.',
};

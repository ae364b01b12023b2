import type { StandDownReason, State } from '#domain/signal/decision.ts';
import type { EvidenceId, MeasureId } from '#domain/signal/evidence.ts';

const headlines = {
  add: (from: string, to: string) => `▲ Add hedge: vega multiplier ${from} → ${to}`,
  takeOff: (from: string, to: string) => `▼ Take hedge off: vega multiplier ${from} → ${to}`,
  standDown: (now: string, why: string) => `■ Stand down: vega multiplier stays ${now}. ${why}, do not add.`,
  owed: (asked: string, filled: string) => `◷ Still owed: asked ${asked}, filled ${filled}`,
  nothing: (now: string) => `Nothing to do: vega multiplier stays ${now}`,
};

const standDown: Readonly<Record<StandDownReason, (vix: string) => string>> = {
  'vix-level': (vix) => `VIX ${vix}`,
  'vix-jump': (vix) => `VIX jumped to ${vix}`,
  fomc: () => 'FOMC statement near',
};

const late: Readonly<Record<StandDownReason, (vix: string, bound: string) => string>> = {
  'vix-level': (vix, bound) => `VIX ${vix} is above ${bound}`,
  'vix-jump': (vix, bound) => `VIX ${vix} rose ${bound} or more in a session`,
  fomc: () => 'an FOMC statement is within a session',
};

/** What brings the state above it. */
const next: Readonly<Partial<Record<State, string>>> = {
  CALM: 'the next weak CPI or PPI print',
  HOLD: 'down when RSI is above 45 and MACD rises, two closes in a row',
  UNWIND: 'down when RSI is above 45 and MACD rises, two closes in a row',
};

const agrees: Readonly<Record<EvidenceId, string>> = {
  print: '',
  lag: 'small caps lag',
  trend: 'trend below',
  breadth: 'breadth weak',
  rsi: 'RSI low',
  macd: 'MACD falling',
  smallCapVol: '',
  term: '',
  lateGate: '',
};

/** Shorter names than elsewhere, for the one line that names what fails. */
const measures: Readonly<Partial<Record<MeasureId, string>>> = {
  lagZ: 'small caps',
  rsiRutBest: 'RSI of RUT',
  rsiGapBest: 'RSI of RUT less SPX',
  macdRut: 'MACD histogram of RUT',
  macdRatio: 'MACD histogram of RUT/SPX',
};

/** Words of the lines that carry what a person does. */
export const action = {
  headlines,
  standDown,
  late,
  next,
  agrees,
  measures,
  do: '**Do**',
  when: (session: string, from: string, until: string) => `**When** ${session}, ${from}–${until} ET`,
  window: (weekday: string, from: string, until: string) => `${weekday} ${from}–${until} ET`,
  newCondorsHold: 'new condors: hold',
  why: (facts: string) => `**Why** ${facts}`,
  nextLine: (what: string) => `**Next** ${what}`,
  cancels: (level: string, jump: string) => `**Cancels** VIX above ${level} or +${jump} in a session`,
  ends: (day: string) => `ends ${day}`,
  endsLine: (day: string) => `**Ends** ${day}`,
  lifts: (level: string, jump: string) => `**Lifts** at a close with VIX at ${level} or less and no +${jump}`,
  liftsFomc: '**Lifts** a session after the FOMC statement',
  condors: '**Condors** leave them',
  newIsLate: 'new hedge is late',
  doNotAdd: (why: string) => `**Do** do not add: ${why}`,

  kept: (state: string, closes: number) =>
    `${state}, kept: ${closes === 1 ? 'one close' : `${closes} closes`} below so far`,
  unwinding: (state: string) => `${state}, unwinding`,
  ofEvent: (state: string, print: string) => `${state} after ${print}`,

  print: (kind: string, deviation: string, name: string) => `${kind}${deviation} ${name}`,
  lag: (deviation: string) => `small caps ${deviation}`,
  rsi: (small: string, large: string) => `RSI ${small}/${large}`,
  breadth: {
    true: 'breadth weak: full strength',
    false: 'breadth healthy: half strength',
    unknown: 'breadth unknown: half strength',
  },
  noConsensus: 'no consensus: halved',
  rulesAsk: (target: string) => `the rules alone ask ${target}`,

  but: (facts: string, fails: string) => `${facts}, but ${fails}`,
  noLag: (value: string, bound: string) => `small caps do not lag: ${value}, needs ${bound}`,
  notBelow: (value: string) => `RUT/SPX is not below its close before the print: ${value}`,
  lagUnknown: (why: string) => `small caps are not known: ${why}`,
  noneConfirms: 'neither trend, breadth, RSI nor MACD agrees',
  crossAge: (age: string, bound: string) => `last bearish MACD cross ${age} ago, needs ${bound} or fewer`,
  aboveLow: (value: string) => `MACD ${value} above its 20-close low`,
  needs: (name: string, value: string, bound: string) => `${name} ${value}, needs ${bound}`,
  unknown: (name: string, why: string) => `${name} unknown: ${why}`,
  or: ' or ',
  and: ' and ',
  atMost: (bound: string) => `${bound} or lower`,
  atLeast: (bound: string) => `${bound} or higher`,
  below: (bound: string) => `below ${bound}`,
  above: (bound: string) => `above ${bound}`,

  nextRelease: (kind: string, day: string, time: string) => `${kind} ${day} ${time} ET`,
  watchWhenLag: 'WATCH when they do',
  watchWhenLagging: (bound: string) => `WATCH when small caps lag by ${bound} or lower`,
  andBelow: (now: string) => `and RUT/SPX is below its close before the print (now ${now})`,
  watchWhenBelow: 'WATCH when it is',
  confirmWhen: (nearest: string) => `CONFIRM when one does${nearest}`,
  nearest: (rule: string, way: string) => `: ${rule} is ${way} of the way`,
  capitulationWhen: 'CAPITULATION when RSI and MACD agree at one close',
  lagKept: 'it takes closes in a row below to leave the state',
  windowOver: (print: string, now: string) => `the window of ${print} is over, ${now} is held`,
  unwindAgain: (print: string) => `the raise after ${print} is taken back, a step a close while it holds`,
  downOn: (why: string, closes: string) => `${why}, on the closes of ${closes}`,
  noWeakPrint: 'no weak print is open',

  /** What recorded history shows after dual confirmation: 2014-09, 2018-10, 2020-03 and 2023-03. */
  knownEffect: 'after 4 such states since 2010: too few to say anything',
  short: 'model output, not advice',
  detailsTitle: (state: string) => `### Why ${state}, and what would change it`,
  longDisclaimer:
    'No affiliation with anybody whose method is described. Data may be late or wrong, past and back-tested results do not predict, and the bot places no orders.',

  superseded: (newer: string, when: string) => `superseded by ${newer}, ${when}`,
  newerCard: (address: string) => `[newer card](${address})`,

  buttons: {
    details: 'Details',
    checklist: (done: number, all: number) => `Checklist ${done}/${all}`,
    plan: 'Plan',
    fill: 'Record fill',
    profits: 'Take profits',
  },

  line: {
    state: (state: string, ratio: string) => `**${state} ${ratio}**`,
    checked: (time: string) => `checked ${time}`,
    blind: 'no fresh quotes for RUT and SPX: stays until the close',
    nothing: 'nothing to do, nothing owed',
    lag: (deviation: string, mark: string) => `small caps ${deviation} ${mark}`,
    below: (mark: string) => (mark === '✗' ? 'RUT/SPX not below ✗' : `RUT/SPX below ${mark}`),
    part: (name: string, value: string, mark: string) => `${name} ${value} ${mark}`,
    owed: (tickets: string, until: string) => `owed ${tickets} · until ${until}`,
    ticket: (count: string, expiry: string, strike: string) => `${count} × ${expiry} ${strike}C`,
    toNext: (way: string, state: string) => `${way} to ${state}`,
  },
};

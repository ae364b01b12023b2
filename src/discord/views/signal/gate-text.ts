import type { Decision, DegradedReason } from '#domain/signal/decision.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Reading } from '#domain/market/reading.ts';
import { decimal, percent } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { decidingText } from './evidence-text.ts';

/** The volatility picture, and what not to do. */
export function gateLines(decision: Decision, overview: VolatilityReport): readonly string[] {
  const [vix = '', ...others] = overviewLines(overview);
  return [
    en.signal.card.gates,
    vix,
    ...lateGateLine(decision),
    ...others,
    ...notToDo(decision).map((line) => `- ${line}`),
  ];
}

function overviewLines(overview: VolatilityReport): readonly string[] {
  const { card } = en.signal;
  const { market } = en;
  const newCondors = overview.gate === undefined ? undefined : card.newCondors[overview.gate];
  const gate = overview.gate === undefined ? card.gateUnknown : card.gate(overview.gate);
  return [
    card.vix(
      known(overview.vix, (value) => decimal(value, 2)),
      gate,
    ),
    [
      card.term(
        known(overview.termSlope, (value) => percent(value)),
        market.termShapes[overview.termShape],
      ),
      card.dailyRange(known(overview.expectedDailyRange, (value) => `${decimal(value, 2)} %`)),
    ].join(' · '),
    newCondors ?? card.newCondorsUnknown,
  ];
}

function lateGateLine({ evidence }: Decision): readonly string[] {
  const gate = evidence.find(({ id }) => id === 'lateGate');
  const facts = gate ? decidingText(gate) : '';
  return gate
    ? [
        facts === ''
          ? en.signal.card.lateGate[gate.truth]
          : en.signal.card.ofLateGate(en.signal.card.lateGate[gate.truth], facts),
      ]
    : [];
}

/** A value, or `?` with the reason why there is none. */
function known(reading: Reading<number>, write: (value: number) => string): string {
  return reading.known
    ? write(reading.value)
    : `${en.signal.card.unknown} (${en.market.unknown[reading.reason]})`;
}

/** Which input is missing, and why, such as `VIX: the data are old`. */
export function degradedText({ input, reason }: DegradedReason): string {
  return `${en.signal.decision.degradedInput[input]}: ${en.market.unknown[reason]}`;
}

function notToDo(decision: Decision): readonly string[] {
  const { card } = en.signal;
  const { standDown, degraded } = decision;
  const lines = [
    standDown.length > 0
      ? card.standDown(standDown.map((reason) => en.signal.decision.standDown[reason]).join(', '))
      : '',
    degraded.length > 0 ? card.degraded(degraded.map(degradedText).join(', ')) : '',
    decision.hot ? card.hot : '',
    stateCaution(decision),
    decision.evaluation.kind === 'official' ? '' : card.unofficial,
    card.leaveCondors,
  ];
  return lines.filter((line) => line !== '');
}

function stateCaution({ state }: Decision): string {
  const { card } = en.signal;
  switch (state) {
    case 'ARMED':
    case 'WATCH':
    case 'CONFIRM':
      return card.premature;
    case 'HOLD':
      return card.holding;
    case 'UNWIND':
      return card.unwinding;
    case 'CALM':
    case 'CAPITULATION':
      return '';
  }
}

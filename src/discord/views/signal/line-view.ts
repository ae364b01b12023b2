import { boundTruth } from '#domain/signal/bound-truth.ts';
import { clip } from '#discord/message/clip.ts';
import {
  decimal,
  newYorkDate,
  newYorkDay,
  newYorkTime,
  ratio,
  share,
  shortMonth,
  signed,
} from '#discord/message/format.ts';
import { textDisplay } from '#discord/message/part-component.ts';
import { code } from '#discord/message/quoted.ts';
import { type View, watermarkText } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { evidenceOf, measureOf } from './evidence-of.ts';
import type { CardFrame } from './card-message.ts';
import { degradedText } from './gate-text.ts';
import { stateText } from './card-lines.ts';
import { valueText } from './measure-text.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { OwedReport } from '#domain/hedge/order-report.ts';
import type { Decision, State } from '#domain/signal/decision.ts';
import type { Evidence, EvidenceId, Measure, Truth } from '#domain/signal/evidence.ts';

const texts = en.signal.action.line;

type LineContent = Extract<AlertContent, { form: 'line' }>;

/** Characters of a line at most, far more than one has. */
const LONGEST = 1_000;

/** One silent line for a look at which nothing changed: the state first, then each part that fails. */
export function lineView(
  { decision, owed }: LineContent,
  frame: Pick<CardFrame, 'watermark' | 'mark'>,
): View {
  const head = [
    texts.state(stateText(decision), ratio(decision.ratio.next)),
    texts.checked(timeOf(decision)),
  ];
  const below = [
    newYorkDate(decision.asOf),
    ...waitsFor(decision),
    ...(frame.watermark === undefined ? [] : [watermarkText(frame.watermark)]),
    ...(frame.mark === undefined ? [] : [code(frame.mark)]),
  ];
  return {
    components: [
      textDisplay(
        `${clip([...head, ...(owed ? owedParts(owed) : partsOf(decision))].join(' · '), LONGEST)}\n-# ${below.join(' · ')}`,
      ),
    ],
  };
}

/** While something is owed, that is what the line says. */
function owedParts({ order, tickets }: OwedReport): readonly string[] {
  const written = tickets.map(({ expiry, quantity, strike }) =>
    texts.ticket(decimal(quantity, 0), shortMonth(expiry), String(strike)),
  );
  return [texts.owed(written.join(', '), newYorkDay(order.validUntil))];
}

function timeOf({ evaluation, asOf }: Decision): string {
  return evaluation.kind === 'check' ? evaluation.time : newYorkTime(asOf);
}

/** Above base and out of the window nothing but the unwind condition counts. */
function isHeld({ state }: Decision): boolean {
  return state === 'HOLD' || state === 'UNWIND';
}

function waitsFor(decision: Decision): readonly string[] {
  const next = isHeld(decision) ? en.signal.action.next[decision.state] : undefined;
  return next === undefined ? [] : [next];
}

/** What the next state up waits for. */
const NEXT: Readonly<
  Partial<Record<State, { readonly state: State; readonly evidence: readonly EvidenceId[] }>>
> = {
  CALM: { state: 'ARMED', evidence: ['print'] },
  ARMED: { state: 'WATCH', evidence: ['lag'] },
  WATCH: { state: 'CONFIRM', evidence: ['lag', 'trend', 'breadth', 'rsi', 'macd'] },
  CONFIRM: { state: 'CAPITULATION', evidence: ['lag', 'rsi', 'macd'] },
};

function partsOf(decision: Decision): readonly string[] {
  const { degraded, evidence, progress, quoted, state } = decision;
  const next = NEXT[state];
  if (quoted === false) {
    return [texts.blind];
  }
  if (!next) {
    return [texts.nothing];
  }
  return [
    ...next.evidence.flatMap((id) => evidenceParts(evidenceOf(evidence, id))),
    ...(degraded.length > 0 ? [degraded.map(degradedText).join(', ')] : []),
    ...(progress ? [texts.toNext(share(progress.fraction), next.state)] : []),
  ];
}

const MARKS: Readonly<Record<Truth, string>> = { true: '✓', false: '✗', unknown: '?' };

function evidenceParts(piece: Evidence | undefined): readonly string[] {
  if (!piece) {
    return [];
  }
  if (piece.truth === 'unknown') {
    const why = piece.reason === undefined ? MARKS.unknown : `? (${en.market.unknown[piece.reason]})`;
    return [`${en.market.evidence[piece.id]} ${why}`];
  }
  return piece.id === 'lag' ? lagParts(piece) : [`${en.market.evidence[piece.id]} ${MARKS[piece.truth]}`];
}

/** Standard deviations too few to be told in one decimal. */
const NOTHING = 0.05;

function lagParts(piece: Evidence): readonly string[] {
  const z = measureOf([piece], 'lag', 'lagZ');
  const since = measureOf([piece], 'lag', 'relativeSincePrint');
  const parts = [
    ...(z ? [texts.lag(deviation(z), markOf(z))] : []),
    ...(since?.value === undefined ? [] : [texts.below(markOf(since))]),
  ];
  return [parts.join(', ')];
}

function deviation(measure: Measure): string {
  if (measure.value === undefined) {
    return valueText(measure);
  }
  return Math.abs(measure.value) < NOTHING ? '0.0σ' : `${signed(measure.value, 1)}σ`;
}

function markOf(measure: Measure): string {
  return MARKS[boundTruth(measure)];
}

import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYorkTime, ratio, share, signed } from '#discord/message/format.ts';
import { type View, text, watermarkText } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from './card-view.ts';
import { nameOf } from './footer.ts';
import { degradedText } from './gate-text.ts';
import type { Decision, State } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';

/** One silent line for a look at which nothing changed, such as `checked 16:15, +0.1σ, nearest rule 62 % of the way`. */
export function lineView(decision: Decision, frame: Pick<CardFrame, 'watermark' | 'mark'>): View {
  const below = [
    ...(frame.watermark === undefined ? [] : [watermarkText(frame.watermark)]),
    stateAndRatio(decision),
    nameOf(decision.id, frame.mark),
  ];
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [text(checkedLine(decision), `-# ${below.join(' · ')}`)],
  });
}

function checkedLine(decision: Decision): string {
  const { quoted, ratio: reading, state } = decision;
  return quoted === false
    ? en.delivery.notices.checkedBlind(timeOf(decision), state, ratio(reading.now))
    : en.delivery.notices.checked(timeOf(decision), deviation(decision), nearest(decision));
}

function timeOf({ evaluation, asOf }: Decision): string {
  return evaluation.kind === 'check' ? evaluation.time : newYorkTime(asOf);
}

/** Standard deviations too few to be told in one decimal. */
const NOTHING = 0.05;

/** How far small caps lag, in standard deviations: the number that moves from day to day. */
function deviation({ evidence }: Decision): string {
  const measure = evidence.find(({ id }) => id === 'lag')?.measures.find(({ id }) => id === 'lagZ');
  if (measure?.value === undefined) {
    return en.delivery.notices.deviationUnknown;
  }
  return Math.abs(measure.value) < NOTHING ? '0.0σ' : `${signed(measure.value, 1)}σ`;
}

function nearest(decision: Decision): string {
  const { progress, state, ratio: reading } = decision;
  if (progress) {
    return en.delivery.notices.nearest(share(progress.fraction));
  }
  if (state === 'HOLD' || state === 'UNWIND' || state === 'CAPITULATION') {
    return en.delivery.notices.noRuleAhead(ratio(reading.now));
  }
  return en.delivery.notices.nearestUnknown(whyUnknown(decision));
}

/** What the next state up waits for. */
const NEXT: Readonly<Partial<Record<State, readonly EvidenceId[]>>> = {
  CALM: ['print'],
  ARMED: ['lag'],
  WATCH: ['rsi', 'macd'],
  CONFIRM: ['rsi', 'macd'],
};

function whyUnknown({ state, evidence, degraded }: Decision): string {
  if (degraded.length > 0) {
    return degraded.map(degradedText).join(', ');
  }
  const missing = evidence.find(({ id, reason }) => reason !== undefined && NEXT[state]?.includes(id));
  return missing?.reason === undefined ? '' : en.market.unknown[missing.reason];
}

function stateAndRatio({ state, ratio: reading }: Decision): string {
  return en.delivery.notices.standing(state, ratio(reading.next));
}

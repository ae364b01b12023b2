import type { Decision, State } from '#domain/signal/decision.ts';
import { share, ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { evidenceName, whatWouldFlip } from './evidence-text.ts';
import { printCaveats, printText, surpriseLines } from '#discord/views/releases/print-text.ts';
import { placeLines } from './scenario.ts';

/** State and ratio, then the print: the two lines that are read first. */
export function headline(decision: Decision): readonly string[] {
  const { age, print } = decision;
  const about = print ? printText(print) : en.decision.noPrint;
  const day = age === undefined ? [] : [en.decision.age(age)];
  const was = decision.state === decision.stateBefore ? [] : [en.decision.was(decision.stateBefore)];
  return [
    `## ${[decision.state, ...overlays(decision), ratioMove(decision)].join(' · ')}`,
    [about, ...day, ...was].join(' · '),
  ];
}

/** What the headline leaves out: the meaning of the state, how the print was judged, how near the next rule is. */
export function belowHeadline(decision: Decision): readonly string[] {
  const { print } = decision;
  return [
    `-# ${en.decision.states[decision.state]}`,
    ...(isAboveEvidence(decision) ? [`-# ${en.decision.outlived(decision.rank)}`] : []),
    ...(print ? surpriseLines(print).map((line) => `-# ${line}`) : []),
    ...(print ? printCaveats(print).map((line) => `-# ${line}`) : []),
    ...placeLines(decision.place),
  ];
}

/** How near the next state is and what would bring it; nothing where there is no next state. */
export function progressLines(decision: Decision): readonly string[] {
  const { progress } = decision;
  if (!progress) {
    return [];
  }
  const name = evidenceName({ id: progress.rule });
  const rule = decision.evidence.find(({ id }) => id === progress.rule);
  const needed = rule && whatWouldFlip(rule);
  return [
    en.card.nearest(name, share(progress.fraction)),
    ...(needed === undefined ? [] : [en.card.wouldFlip(name, needed)]),
  ];
}

/** States that evidence leads up to, in rising order. */
const LADDER: readonly State[] = ['CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION'];

/** Whether a state still stands whose evidence is gone: it takes more than one close to go down. */
function isAboveEvidence({ rank, state }: Decision): boolean {
  return LADDER.indexOf(state) > LADDER.indexOf(rank);
}

function ratioMove({ ratio: reading }: Decision): string {
  return reading.step === 0
    ? en.decision.stays(ratio(reading.now))
    : en.decision.moves(ratio(reading.now), ratio(reading.next));
}

function overlays({ standDown, degraded, hot }: Decision): readonly string[] {
  return [
    ...(hot ? [en.decision.hot] : []),
    ...(standDown.length > 0 ? [en.decision.standsDown] : []),
    ...(degraded.length > 0 ? [en.decision.isDegraded] : []),
  ];
}

import type { Decision, State } from '#domain/signal/decision.ts';
import { share, ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { evidenceName } from './evidence-text.ts';
import { failingParts } from './failing-text.ts';
import { printCaveats, printText, surpriseLines } from '#discord/views/releases/print-text.ts';
import { placeLines } from './scenario.ts';

/** State and ratio, then the print: the two lines that are read first. */
export function headline(decision: Decision): readonly string[] {
  const { age, print } = decision;
  const about = print ? printText(print) : en.signal.decision.noPrint;
  const day = age === undefined ? [] : [en.signal.decision.age(age)];
  const was = decision.state === decision.stateBefore ? [] : [en.signal.decision.was(decision.stateBefore)];
  return [
    `## ${[decision.state, ...overlays(decision), ratioMove(decision)].join(' · ')}`,
    [about, ...day, ...was].join(' · '),
  ];
}

/** What the headline leaves out: the meaning of the state, how the print was judged, how near the next rule is. */
export function belowHeadline(decision: Decision): readonly string[] {
  const { print } = decision;
  return [
    `-# ${en.signal.decision.states[decision.state]}`,
    ...(isAboveEvidence(decision) ? [`-# ${en.signal.decision.outlived(decision.rank)}`] : []),
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
  const needed = rule && rule.truth === 'false' ? failingParts(rule) : undefined;
  return [
    en.signal.card.nearest(name, share(progress.fraction)),
    ...(needed === undefined ? [] : [en.signal.card.wouldFlip(needed)]),
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
    ? en.signal.decision.stays(ratio(reading.now))
    : en.signal.decision.moves(ratio(reading.now), ratio(reading.next));
}

function overlays({ standDown, degraded, hot }: Decision): readonly string[] {
  return [
    ...(hot ? [en.signal.decision.hot] : []),
    ...(standDown.length > 0 ? [en.signal.decision.standsDown] : []),
    ...(degraded.length > 0 ? [en.signal.decision.isDegraded] : []),
  ];
}

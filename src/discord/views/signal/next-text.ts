import { newYorkDay, newYorkTime, share } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { evidenceOf, failingMeasures, measureOf } from './evidence-of.ts';
import { boundText, valueText } from './measure-text.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Decision } from '#domain/signal/decision.ts';

const texts = en.signal.action;

/** What the next state waits for, with every part of it that fails; empty where nothing is ahead. */
export function nextText({
  decision,
  nextRelease,
}: Pick<Extract<AlertContent, { form: 'card' }>, 'decision' | 'nextRelease'>): string {
  switch (decision.state) {
    case 'ARMED':
      return lagNext(decision);
    case 'WATCH':
      return texts.confirmWhen(nearest(decision));
    case 'CONFIRM':
      return texts.capitulationWhen;
    case 'CALM':
      return calmNext(nextRelease);
    case 'CAPITULATION':
    case 'HOLD':
    case 'UNWIND':
      return texts.next[decision.state] ?? '';
  }
}

function calmNext(next: Pick<Release, 'kind' | 'scheduledAt'> | undefined): string {
  if (!next) {
    return texts.next.CALM ?? '';
  }
  const { kind, scheduledAt } = next;
  return texts.nextRelease(kind, newYorkDay(scheduledAt), newYorkTime(scheduledAt));
}

function lagNext({ evidence }: Decision): string {
  const lag = evidenceOf(evidence, 'lag');
  const fails = lag ? failingMeasures(lag).map(({ id }) => id) : [];
  const since = measureOf(evidence, 'lag', 'relativeSincePrint');
  if (fails.length === 1 && fails[0] === since?.id) {
    return texts.watchWhenBelow;
  }
  return [
    lag?.truth === 'false' ? texts.watchWhenLag : watchWhenLagging(evidence),
    ...(since && fails.includes(since.id) ? [texts.andBelow(valueText(since))] : []),
  ].join(', ');
}

function watchWhenLagging(evidence: Decision['evidence']): string {
  const z = measureOf(evidence, 'lag', 'lagZ');
  return texts.watchWhenLagging((z && boundText(z)) ?? en.signal.card.unknown);
}

function nearest({ progress }: Decision): string {
  return progress ? texts.nearest(en.market.evidence[progress.rule], share(progress.fraction)) : '';
}

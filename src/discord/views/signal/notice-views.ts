import { STATE_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { day, decimal, month, newYork, ratio, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { RULE, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from './card-message.ts';
import { scenarioParts } from './scenario.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';

type Content<Form extends AlertContent['form']> = Extract<AlertContent, { form: Form }>;
type Frame = Pick<CardFrame, 'watermark' | 'mark'>;

/** The evening before a release: what is coming, and how it will be judged. */
export function preBriefView(brief: Content<'pre-brief'>, frame: Frame): ClassicMessage {
  const { notices } = en.delivery;
  const { release, standing: decision, checksAt } = brief;
  const { state } = decision;
  return classicMessage({
    accent: STATE_ACCENT[state],
    headline: notices.preBrief(release.kind, monthOf(release.referenceMonth)),
    parts: [
      text(
        notices.preBriefAt(newYork(release.scheduledAt), stamp(release.scheduledAt, 'R')),
        notices.standingNow(state, en.signal.decision.states[state], ratio(decision.ratio.now)),
      ),
      ...watermarkPart(frame.watermark),
      RULE,
      text(...consensusLines(brief)),
      ...scenarioParts(brief.scenario),
      text(`**${notices.looks}** ${checksAt.map((at) => stamp(at, 't')).join(' · ')}`),
      RULE,
      closing(release.id, `${quoted(release.source)} (${en.market.qualities[release.quality]})`, frame.mark),
      text(`-# ${en.signal.card.disclaimer}`),
    ],
  });
}

/** The figures are overdue. */
export function lateView({ release, minutes, silent = [] }: Content<'late'>, frame: Frame): ClassicMessage {
  const { notices } = en.delivery;
  return classicMessage({
    accent: TROUBLE_ACCENT,
    headline: notices.late(release.kind, monthOf(release.referenceMonth)),
    parts: [
      ...watermarkPart(frame.watermark),
      text(
        notices.lateBy(minutes, stamp(release.scheduledAt)),
        ...(silent.length > 0 ? [notices.lateSilent(silent.map(quoted).join(', '))] : []),
        notices.lateNext,
      ),
      closing(release.id, quoted(release.source), frame.mark),
    ],
  });
}

/** Planned work passed its time while nobody was there. */
export function missedView({ work }: Content<'missed'>, frame: Frame): ClassicMessage {
  const { notices } = en.delivery;
  const what = [notices.work[work.kind], ...(work.releaseId === undefined ? [] : [code(work.releaseId)])];
  return classicMessage({
    accent: TROUBLE_ACCENT,
    headline: notices.missed,
    parts: [
      ...watermarkPart(frame.watermark),
      text(notices.missedWork(what.join(' '), day(work.session), stamp(work.dueAt)), notices.missedNext),
      closing(work.id, '', frame.mark),
    ],
  });
}

function consensusLines({ consensus }: Content<'pre-brief'>): readonly string[] {
  const { headline, core, nowcast, source } = consensus;
  const isKnown = headline !== undefined || core !== undefined;
  return [
    isKnown
      ? en.delivery.notices.consensus(
          figure(headline),
          figure(core),
          quoted(source ?? en.signal.card.unknown),
        )
      : en.delivery.notices.noConsensus,
    ...(nowcast
      ? [en.delivery.notices.nowcast(figure(nowcast.headline), figure(nowcast.core), quoted(nowcast.source))]
      : []),
  ];
}

function figure(percent: number | undefined): string {
  return percent === undefined ? en.signal.card.unknown : `${decimal(percent, 1)} %`;
}

function closing(name: string, source: string, mark: string | undefined): ReturnType<typeof text> {
  const marked = mark === undefined ? [] : [code(mark)];
  return text(`-# ${[code(name), ...marked, ...(source === '' ? [] : [`· ${source}`])].join(' ')}`);
}

function monthOf(reference: string | undefined): string {
  return reference === undefined ? '' : en.signal.decision.monthOf(month(reference));
}

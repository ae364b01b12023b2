import { TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { day, month, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from './card-message.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';

type Content<Form extends AlertContent['form']> = Extract<AlertContent, { form: Form }>;
type Frame = Pick<CardFrame, 'watermark' | 'mark'>;

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

function closing(name: string, source: string, mark: string | undefined): ReturnType<typeof text> {
  const marked = mark === undefined ? [] : [code(mark)];
  return text(`-# ${[code(name), ...marked, ...(source === '' ? [] : [`· ${source}`])].join(' ')}`);
}

function monthOf(reference: string | undefined): string {
  return reference === undefined ? '' : en.signal.decision.monthOf(month(reference));
}

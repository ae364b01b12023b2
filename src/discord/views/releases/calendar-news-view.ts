import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { month, newYork, newYorkDate, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from '#discord/views/signal/card-message.ts';
import type { AlertContent, CalendarNews } from '#domain/delivery/alert.ts';
import type { Disagreement } from '#domain/releases/calendar-reading.ts';
import type { ReleaseChange } from '#domain/releases/release.ts';

/** What is new in the release calendar. */
export function calendarNewsView(
  { news }: Extract<AlertContent, { form: 'calendar' }>,
  { mark, watermark }: Pick<CardFrame, 'watermark' | 'mark'>,
): ClassicMessage {
  const marked = mark === undefined ? [] : [code(mark)];
  const names = [...nameOf(news), ...marked];
  const [headline, ...lines] = linesOf(news);
  return classicMessage({
    headline,
    accent: news.about === 'change' ? PLAIN_ACCENT : TROUBLE_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(...lines),
      ...(names.length > 0 ? [text(`-# ${names.join(' ')}`)] : []),
    ],
  });
}

function nameOf(news: CalendarNews): readonly string[] {
  switch (news.about) {
    case 'change': {
      const { id, source, quality } = news.change.release;
      return [code(id), `· ${quoted(source)} (${en.market.qualities[quality]})`];
    }
    case 'disagreement':
      return [code(news.disagreement.releaseId)];
    case 'end':
      return [];
  }
}

function linesOf(news: CalendarNews): readonly [string, ...string[]] {
  const { releases } = en;
  switch (news.about) {
    case 'change':
      return changeLines(news.change);
    case 'disagreement':
      return disagreementLines(news.disagreement);
    case 'end':
      return [
        releases.ends,
        releases.endsAt(newYorkDate(news.endsAt), stamp(news.endsAt, 'R')),
        releases.endsNext,
      ];
  }
}

function changeLines({ release, before }: ReleaseChange): readonly [string, ...string[]] {
  const { releases } = en;
  const { kind, referenceMonth, scheduledAt, status } = release;
  const about = referenceMonth === undefined ? '' : en.signal.decision.monthOf(month(referenceMonth));
  const was = newYork(before?.scheduledAt ?? scheduledAt);
  const heading = releases.changed(kind, about, status);
  switch (status) {
    case 'moved':
      return [
        heading,
        releases.moved(was, newYork(scheduledAt), stamp(scheduledAt, 'R')),
        releases.movedNext,
      ];
    case 'cancelled':
      return [heading, releases.cancelled(was), releases.cancelledNext];
    case 'merged':
      return [
        heading,
        releases.merged(was),
        ...(release.mergedInto === undefined ? [] : [releases.mergedInto(code(release.mergedInto))]),
      ];
    default:
      return [heading];
  }
}

/** Whose word is gone by first. */
export function disagreementLines({
  kind,
  kept: adopted,
  other,
}: Disagreement): readonly [string, ...string[]] {
  const { releases } = en;
  return [
    releases.disagree(en.releases.reports[kind]),
    `- ${adopted.scheduledAt === undefined ? releases.keptUnlisted(quoted(adopted.source)) : releases.adopted(quoted(adopted.source), newYork(adopted.scheduledAt))}`,
    `- ${other.day === undefined ? releases.otherUnlisted(quoted(other.source)) : releases.other(quoted(other.source), other.day)}`,
    releases.disagreeNext,
  ];
}

import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { month, newYork, newYorkDate, stamp } from '#discord/message/format.ts';
import { code, quoted } from '#discord/message/quoted.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { disagreementLines } from './calendar-news-view.ts';
import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import type { Release, ReleaseChange } from '#domain/releases/release.ts';
import type { CalendarReport } from '#services/releases/show-calendar.ts';

/** States of releases, what has changed, who lists dates, and where they disagree. */
export function releaseCalendarView(account: CalendarReport): View {
  const { releases } = en;
  const { endsAt } = account;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(account.watermark),
      text(releases.calendar),
      ...(account.releases.length === 0
        ? [text(releases.nothingKnown)]
        : account.releases.map((release) => collapsible(2, 'releases', [releaseLine(release)]))),
      ...(endsAt === undefined ? [] : [text(`-# ${en.health.status.calendarEnds(newYorkDate(endsAt))}`)]),
      RULE,
      text(`**${releases.changes}**`),
      ...(account.changes.length === 0
        ? [text(releases.noChanges)]
        : account.changes.map((change) => collapsible(1, 'changes', [changeLine(change)]))),
      RULE,
      text(`**${releases.sources}**`),
      ...sourceParts(account.reading),
    ],
  });
}

function releaseLine({
  kind,
  referenceMonth,
  scheduledAt,
  status,
  mergedInto,
  source,
  quality,
}: Release): string {
  const about = referenceMonth === undefined ? '' : en.signal.decision.monthOf(month(referenceMonth));
  const statusText = en.releases.status[status];
  const whole = mergedInto === undefined ? statusText : en.releases.becomes(statusText, code(mergedInto));
  const told = `${whole} · ${quoted(source)} (${en.market.qualities[quality]})`;
  return en.releases.line(`${kind}${about}`, `${newYork(scheduledAt)} (${stamp(scheduledAt, 'R')})`, told);
}

function changeLine({ release, before, at }: ReleaseChange): string {
  const releaseStatus = en.releases.status;
  const isMoved = release.status === 'moved' && before !== undefined;
  const was = isMoved ? newYorkDate(before.scheduledAt) : releaseStatus[before?.status ?? release.status];
  const is = isMoved ? newYorkDate(release.scheduledAt) : releaseStatus[release.status];
  const change = en.releases.change(code(release.id), was, is);
  return `- ${en.releases.told(change, stamp(at, 'D'), quoted(release.source))}`;
}

function sourceParts(reading: CalendarReading | undefined): readonly Part[] {
  const { releases } = en;
  if (!reading || reading.sources.length === 0) {
    return [text(releases.neverRead)];
  }
  const [example] = reading.refused;
  return [
    text(
      releases.read(stamp(reading.at, 'R')),
      ...reading.sources.map(({ source, listed }) =>
        listed === 'no answer'
          ? `- ${releases.noAnswer(quoted(source))}`
          : `- ${releases.listed(quoted(source), listed)}`,
      ),
      ...(example ? [`-# ${releases.refused(reading.refused.length, refusedText(example))}`] : []),
    ),
    ...reading.disagreements.map((disagreement) =>
      collapsible(1, 'disagreements', headed(disagreementLines(disagreement))),
    ),
  ];
}

function headed([heading, ...lines]: readonly [string, ...string[]]): readonly string[] {
  return [`**${heading}**`, ...lines];
}

function refusedText({ date, source, why }: CalendarReading['refused'][number]): string {
  return en.releases.refusedDate(date.kind, quoted(date.day), why, quoted(source));
}

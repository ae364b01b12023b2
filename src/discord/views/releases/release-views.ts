import type { Forecasts } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { month, newYork, newYorkDate, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { type Part, collapsible, text, type View } from '#discord/message/view.ts';
import { expectedLines } from './forecast-text.ts';
import { traceLines } from './poll-trace.ts';
import { printCaveats, printText, surpriseLines } from './print-text.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { ReleaseReport } from '#services/releases/show-releases.ts';

/** What is published next. */
export function nextReleasesView(account: ReleaseReport): View {
  const { next } = account;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(account.watermark),
      text(en.releases.next),
      ...(next.length === 0
        ? [text(en.releases.noneAhead)]
        : next.map((release) =>
            collapsible(1, 'later releases', releaseLines(release, account.expected?.[release.id])),
          )),
      ...calendarEnd(account),
    ],
  });
}

/** The latest prints, how each was judged, and when who showed it first. */
export function lastReleasesView(account: ReleaseReport): View {
  const { last } = account;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(account.watermark),
      text(en.releases.last),
      ...(last.length === 0 ? [text(en.releases.noPrints)] : []),
      ...last.map((print) => collapsible(1, 'figures', printLines(print))),
      ...calendarEnd(account),
    ],
  });
}

function printLines({
  release,
  reading,
  receivedAt,
  polls = [],
  by,
}: ReleaseReport['last'][number]): readonly string[] {
  const received =
    by === undefined
      ? en.releases.received(stamp(receivedAt))
      : en.releases.typedPrint(named('person', by), stamp(receivedAt));
  return [
    printText(reading),
    ...surpriseLines(reading),
    ...printCaveats(reading).map((line) => `-# ${line}`),
    `-# ${en.releases.status[release.status]} · ${received} · ${sourceOf(release)}`,
    ...traceLines(polls).map((line) => `-# ${line}`),
  ];
}

function releaseLines(release: Release, expected?: Forecasts): readonly string[] {
  const { kind, referenceMonth, scheduledAt, status } = release;
  const about = referenceMonth === undefined ? '' : en.signal.decision.monthOf(month(referenceMonth));
  const line = en.releases.releaseLine(
    en.releases.reports[kind],
    about,
    newYork(scheduledAt),
    stamp(scheduledAt, 'R'),
  );
  return [
    line,
    ...(expected ? expectedLines(expected).map((line) => `-# ${line}`) : []),
    `-# ${en.releases.status[status]} · ${sourceOf(release)}`,
  ];
}

function sourceOf({ id, source, quality }: Release): string {
  return `${en.releases.sourceOf(quoted(source), en.market.qualities[quality])} · ${code(id)}`;
}

function calendarEnd({ calendarEndsAt }: ReleaseReport): readonly Part[] {
  return calendarEndsAt === undefined
    ? []
    : [text(`-# ${en.health.status.calendarEnds(newYorkDate(calendarEndsAt))}`)];
}

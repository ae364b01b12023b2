import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { month, newYork, newYorkDate, newYorkSeconds, stamp } from '#discord/message/format.ts';
import { code, named, quoted } from '#discord/message/quoted.ts';
import { type Part, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { expectedLines, printCaveats, printText, surpriseLines } from './print-text.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Forecasts } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
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

const SAW = ['failed', 'nothing', 'old', 'new'] as const satisfies readonly Poll['saw'][];

/** How often who was asked, what they showed, and who showed the figures first; empty where nobody was asked. */
function traceLines(polls: readonly Poll[]): readonly string[] {
  const { releases } = en;
  const [first] = polls;
  const last = polls.at(-1);
  if (!first || !last) {
    return [];
  }
  const poll = polls.find(({ saw }) => saw === 'new');
  return [
    releases.trace(polls.length, newYorkSeconds(first.askedAt), newYorkSeconds(last.askedAt)),
    ...[...new Set(polls.map(({ source }) => source))].map((source) =>
      releases.traceOf(quoted(source), seenBy(polls.filter((poll) => poll.source === source))),
    ),
    ...(poll ? [releases.firstSeen(quoted(poll.source), newYorkSeconds(poll.answeredAt))] : []),
  ];
}

function seenBy(polls: readonly Poll[]): string {
  return SAW.map((what) => [what, polls.filter(({ saw }) => saw === what).length] as const)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => en.releases.seen(count, what))
    .join(', ');
}

import type { Poll } from '#domain/releases/poll.ts';
import { newYorkSeconds } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';

const SAW = ['failed', 'nothing', 'old', 'new'] as const satisfies readonly Poll['saw'][];

/** How often who was asked, what they showed, and who showed the figures first; empty where nobody was asked. */
export function traceLines(polls: readonly Poll[]): readonly string[] {
  const { releases } = en;
  const [first] = polls;
  const last = polls.at(-1);
  if (!first || !last) {
    return [];
  }
  const found = polls.find(({ saw }) => saw === 'new');
  return [
    releases.trace(polls.length, newYorkSeconds(first.askedAt), newYorkSeconds(last.askedAt)),
    ...[...new Set(polls.map(({ source }) => source))].map((source) =>
      releases.traceOf(quoted(source), seenBy(polls.filter((poll) => poll.source === source))),
    ),
    ...(found ? [releases.firstSeen(quoted(found.source), newYorkSeconds(found.answeredAt))] : []),
  ];
}

function seenBy(polls: readonly Poll[]): string {
  return SAW.map((what) => [what, polls.filter(({ saw }) => saw === what).length] as const)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => en.releases.seen(count, what))
    .join(', ');
}

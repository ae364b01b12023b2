import type { RefusedDate } from '#domain/releases/calendar-reading.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { ReleaseStatus } from '#domain/releases/release.ts';
import { releaseCommands, releaseProblems } from './release-entries.ts';

/** What a change of the calendar is headed with; empty where nobody is told. */
const headings: Readonly<Record<ReleaseStatus, string>> = {
  scheduled: 'is scheduled',
  moved: 'has moved',
  due: 'is due',
  late: 'is late',
  released: 'is published',
  partial: 'is published in part',
  cancelled: 'is cancelled',
  merged: 'is published with a later one',
  revised: 'is revised',
};

/** Why a listed date was not believed. */
const doubts: Readonly<Record<RefusedDate['why'], string>> = {
  weekend: 'on a weekend',
  duplicate: 'listed twice',
  'too-close': 'too close to another',
  'wrong-kind': 'the other report comes that day',
  'odd-time': 'at an odd time',
};

const saw: Readonly<Record<Poll['saw'], string>> = {
  nothing: 'nothing',
  old: 'the old figures',
  new: 'the new ones',
  failed: 'no answer',
};

export const releases = {
  commands: releaseCommands,
  problems: releaseProblems,

  changed: (report: string, month: string, status: ReleaseStatus) =>
    `## ${report}${month} ${headings[status]}`,
  moved: (from: string, to: string, stamp: string) => `From ${from} to **${to}** (${stamp}).`,
  movedNext: 'What was planned for the old date is not run; pre-brief, print and checks follow the new one.',
  cancelled: (was: string) => `It was to be published ${was}, and will not be.`,
  cancelledNext: 'Nothing is asked for on that day. A one-month change across the gap is never worked out.',
  merged: (was: string) => `It was to be published ${was}, and has no day of its own any more.`,
  mergedInto: (release: string) => `Its figures come with ${release}.`,

  disagree: (report: string) => `## Two calendars disagree about ${report}`,
  kept: (source: string, time: string) => `${source}: **${time}**. This is what the bot goes by.`,
  keptUnlisted: (source: string) => `${source}: not listed. This is what the bot goes by.`,
  other: (source: string, day: string) => `${source}: ${day}.`,
  otherUnlisted: (source: string) => `${source}: not listed.`,
  disagreeNext: 'Dates are not averaged. Look at bls.gov/schedule before the day.',

  ends: '## The release calendar ends soon',
  endsAt: (day: string, stamp: string) => `The last release that is known is on ${day} (${stamp}).`,
  endsNext:
    'No later date is guessed. Dates are read again each morning; if this stays, tell whoever runs the bot.',

  calendar: '## Release calendar',
  line: (report: string, time: string, status: string) => `**${report}** ${time} · ${status}`,
  becomes: (status: string, release: string) => `${status}, with ${release}`,
  nothingKnown: 'No release of these weeks is known.',
  changes: 'What has changed',
  change: (release: string, was: string, is: string) => `${release}: ${was} → ${is}`,
  told: (change: string, stamp: string, source: string) => `${change}, ${stamp} (${source})`,
  noChanges: 'Nothing has changed so far.',
  sources: 'Who lists dates',
  neverRead: 'No source of dates is connected: the calendar is the one that came with the bot.',
  read: (stamp: string) => `Read ${stamp}.`,
  listed: (source: string, count: number) => `${source}: ${count} dates`,
  noAnswer: (source: string) => `${source}: no answer`,
  refused: (count: number, example: string) => `${count} not believed, such as ${example}`,
  refusedDate: (kind: string, day: string, why: RefusedDate['why'], source: string) =>
    `${kind} ${day} of ${source} (${doubts[why]})`,
  disagreements: 'Disagreements',

  expected: (figures: string, source: string) => `expected: ${figures} (${source})`,
  nowcast: (figures: string, source: string) => `nowcast, a model and no consensus: ${figures} (${source})`,
  headline: (value: string) => `headline ${value}`,
  core: (value: string) => `core ${value}`,
  yearly: (value: string) => `12 months ${value}`,
  notExpected: 'nobody has forecast it yet',

  entered: (report: string, month: string) => `## Consensus for ${report}${month}`,
  counts: (figures: string, source: string) => `Counts in this server: **${figures}** (${source}).`,
  captured: 'All that was captured',
  capture: (stamp: string, source: string, figures: string) => `${stamp} ${source}: ${figures}`,
  by: (source: string, member: string) => `${source}, ${member}`,

  typedPrint: (member: string, stamp: string) => `typed in by ${member} ${stamp}`,
  typedTitle: '## Print typed in',
  evaluated: 'This server was evaluated with it; the card follows in the alert channel.',
  notEvaluated:
    'Kept. There are no market data at the moment, so nothing was evaluated yet; the next check will.',

  trace: (count: number, first: string, last: string) => `asked ${count} times, ${first} to ${last}`,
  traceOf: (source: string, parts: string) => `${source}: ${parts}`,
  seen: (count: number, what: Poll['saw']) => `${count} × ${saw[what]}`,
  firstSeen: (source: string, time: string) => `first shown by ${source} at ${time} ET`,
};

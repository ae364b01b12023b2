import type { RefusedDate } from '#domain/releases/calendar-reading.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { PrintClass, Surprise } from '#domain/releases/print.ts';
import type { ImpossibleFigure, ReleaseNotAwaited } from '#domain/releases/release-problem.ts';
import type { Release, ReleaseStatus } from '#domain/releases/release.ts';

const classes: Readonly<Record<PrintClass, string>> = {
  'very-weak': 'very weak',
  weak: 'weak',
  'in-line': 'in line',
  strong: 'strong',
  'very-strong': 'very strong',
};

const series: Readonly<Record<Surprise['series'], string>> = {
  core: 'Core',
  headline: 'Headline',
  headlineYearly: 'Headline, 12 months',
};

const releaseStatus: Readonly<Record<ReleaseStatus, string>> = {
  scheduled: 'scheduled',
  moved: 'moved',
  due: 'due, not out yet',
  late: 'late',
  released: 'published',
  partial: 'published in part',
  cancelled: 'cancelled',
  merged: 'published with a later one',
  revised: 'revised',
};

const reports: Readonly<Record<Release['kind'], string>> = {
  CPI: 'CPI (consumer prices)',
  PPI: 'PPI (producer prices)',
};

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

const notAwaited: Readonly<Record<ReleaseNotAwaited['why'], (release: string) => string>> = {
  unknown: (release) => `The calendar has no release ${release}. \`/release calendar\` lists them.`,
  out: (release) =>
    `The time of ${release} has come: a forecast typed in now would not be one. \`/release next\` lists what is ahead.`,
  ahead: (release) => `${release} is not due yet. Type its figures in once they are published.`,
  published: (release) =>
    `The figures of ${release} are here already; the first ones stay as they are. \`/release last\` shows them.`,
  withdrawn: (release) =>
    `${release} is not published on a day of its own. \`/release calendar\` says what became of it.`,
};

const impossibleFigure: Readonly<Record<ImpossibleFigure['why'], string>> = {
  month: 'Give the month that the figures speak of, a past one, as 2026-11.',
  none: 'Give at least one figure: `core`, `headline` or `yearly`, in percent, such as 0.3.',
  'too-fine':
    'Figures come in steps of 0.05 percent. Give them as they are published, such as 0.3, or a median such as 0.25.',
};

/** What Discord is told of `/release`. Descriptions have at most 100 characters. */
const commands = {
  release: 'CPI and PPI releases',
  next: 'What is published next, and when',
  last: 'The latest prints and how they surprised',
  calendar: 'States of releases, what has changed, and whether calendars agree',
  consensus: 'Type in what is expected of a coming release (stewards)',
  print: 'Type in figures that no source shows (stewards)',
  coming: 'Which release; begin to type to choose',
  due: 'Which release is out and not received; begin to type to choose',
  month: 'The month that the figures speak of, such as 2026-11',
  core: 'Core, month on month, percent, such as 0.3',
  headline: 'Headline, month on month, percent',
  yearly: 'Headline, twelve months, percent',
};

/** Words about releases: their calendar, their prints, and what is expected of them. */
export const releases = {
  commands,
  problems: { notAwaited, impossibleFigure },
  classes,
  reports,
  series,
  status: releaseStatus,

  next: '## Next releases',
  last: '## Latest prints',
  releaseLine: (report: string, month: string, time: string, stamp: string) =>
    `**${report}**${month} ${time} (${stamp})`,
  noneAhead: 'The calendar has ended: no later date is known.',
  noPrints: 'No print has been received yet.',
  received: (stamp: string) => `received ${stamp}`,
  sourceOf: (source: string, quality: string) => `${source} (${quality})`,

  changed: (report: string, month: string, status: ReleaseStatus) => `${report}${month} ${headings[status]}`,
  moved: (from: string, to: string, stamp: string) => `From ${from} to **${to}** (${stamp}).`,
  movedNext: 'What was planned for the old date is not run; pre-brief, print and checks follow the new one.',
  cancelled: (was: string) => `It was to be published ${was}, and will not be.`,
  cancelledNext: 'Nothing is asked for on that day. A one-month change across the gap is never worked out.',
  merged: (was: string) => `It was to be published ${was}, and has no day of its own any more.`,
  mergedInto: (release: string) => `Its figures come with ${release}.`,

  disagree: (report: string) => `Two calendars disagree about ${report}`,
  adopted: (source: string, time: string) => `${source}: **${time}**. This is what the bot goes by.`,
  keptUnlisted: (source: string) => `${source}: not listed. This is what the bot goes by.`,
  other: (source: string, day: string) => `${source}: ${day}.`,
  otherUnlisted: (source: string) => `${source}: not listed.`,
  disagreeNext: 'Dates are not averaged. Look at bls.gov/schedule before the day.',

  ends: 'The release calendar ends soon',
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

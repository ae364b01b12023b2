import type { ReleaseStatus } from '../../../domain/release.ts';

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

export const releases = {
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
};

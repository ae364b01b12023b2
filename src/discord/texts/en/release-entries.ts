import type { ImpossibleFigure, ReleaseNotAwaited } from '#domain/releases/release-problem.ts';

export const releaseCommands = {
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

export const releaseProblems = { notAwaited, impossibleFigure };

import type { WorkKind } from '#domain/releases/due-work.ts';

const work: Readonly<Record<WorkKind, string>> = {
  'pre-brief': 'the pre-brief',
  print: 'the print',
  check: 'the check',
  close: 'the evaluation after the close',
  review: 'looking at the latest decisions again',
  hedge: 'looking at rolls and budgets',
  'purge-servers': 'forgetting servers that are gone',
  'calendar-refresh': 'reading the release calendar',
  forecast: 'capturing the forecasts',
  verify: 'asking other sources for the print',
};

export const notices = {
  work,
  share: 'Share',
  sharedBy: (person: string) => `-# shared by ${person}`,
  checked: (time: string, deviation: string, nearest: string) => `checked ${time}, ${deviation}, ${nearest}`,
  checkedBlind: (time: string, state: string, ratio: string) =>
    `checked ${time}, no fresh quotes for RUT and SPX: ${state} and ${ratio} stay until the close`,
  nearest: (percent: string) => `nearest rule ${percent} of the way`,
  nearestUnknown: (reason: string) => (reason === '' ? 'nearest rule ?' : `nearest rule ? (${reason})`),
  noRuleAhead: (ratio: string) => `holding ${ratio}`,
  deviationUnknown: '?σ',
  standing: (state: string, ratio: string) => `${state} · ratio ${ratio}`,

  preBrief: (report: string, month: string) => `## ${report}${month} tomorrow`,
  preBriefAt: (time: string, stamp: string) => `Published ${time} (${stamp}).`,
  consensus: (headline: string, core: string, source: string) =>
    `Consensus, month on month: headline ${headline}, core ${core} (${source}).`,
  noConsensus: 'Nobody has forecast it yet. Without a consensus the target is halved.',
  nowcast: (headline: string, core: string, source: string) =>
    `Nowcast, a model and no consensus: headline ${headline}, core ${core} (${source}).`,
  standingNow: (state: string, meaning: string, ratio: string) =>
    `Now **${state}** (${meaning}), ratio ${ratio}.`,
  looks: 'Looks',

  late: (report: string, month: string) => `## ${report}${month} is late`,
  lateBy: (minutes: number, stamp: string) => `Not published ${minutes} minutes after its time (${stamp}).`,
  lateSilent: (sources: string) =>
    `No answer from ${sources} when last asked: the figures may be out without being seen here.`,
  lateNext: 'It is asked for until it is there. Nothing was evaluated and nothing has moved.',

  missed: '## Missed',
  missedWork: (what: string, session: string, stamp: string) =>
    `${what} of ${session} was due ${stamp}, and nobody was there.`,
  missedNext: 'Its time has passed, so it is not made up for. The ratio is as it was.',
};

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

const notices = {
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
  standing: (state: string, multiplier: string) => `${state} · vega multiplier ${multiplier}`,

  preBrief: (report: string, month: string, time: string) => `${report}${month}, tomorrow ${time} ET`,
  preBriefAt: (day: string, state: string, multiplier: string) =>
    `-# ${day} · now ${state}, vega multiplier ${multiplier}`,
  consensus: (headline: string, core: string, source: string) =>
    `**Expected** headline ${headline}, core ${core}, ${source}`,
  noConsensus: '**Expected** nobody has forecast it yet: without a consensus the target is halved',
  nowcast: (headline: string, core: string, source: string) =>
    `-# Nowcast, a model and no consensus: headline ${headline}, core ${core}, ${source}`,
  looks: (times: string) => `**Looks** ${times} ET`,
  wholeTable: 'Whole table',

  late: (report: string, month: string) => `${report}${month} is late`,
  lateBy: (minutes: number, stamp: string) => `Not published ${minutes} minutes after its time (${stamp}).`,
  lateSilent: (sources: string) =>
    `No answer from ${sources} when last asked: the figures may be out without being seen here.`,
  lateNext: 'It is asked for until it is there. Nothing was evaluated and nothing has moved.',

  missed: 'Missed',
  missedWork: (what: string, session: string, stamp: string) =>
    `${what} of ${session} was due ${stamp}, and nobody was there.`,
  missedNext: 'Its time has passed, so it is not made up for. The vega multiplier is as it was.',
};

const degraded = {
  title: 'Data degraded',
  decision: (session: string, inputs: string) =>
    `The evaluation after the close of ${session} was made without inputs that it needs: ${inputs}.`,
  decisionNext:
    'Nothing could rise. When the data come, the evaluation is looked at again and corrected where it matters.',
  book: {
    unreadable: 'The decision was made without your book: it could not be read.',
    unmeasured:
      'The decision was made without exposure: the book could not be measured on the marks there are.',
  },
  bookNext:
    'What the rules decide does not rest on it. `/book show` and `/market marks` show what is held and what it is valued on.',
  noMarket: (session: string, source: string) =>
    `The close of ${session} could not be evaluated so far: ${source} gives no closes.`,
  noMarketNext: 'It is tried again until the next close. Nothing was evaluated and nothing has moved.',
  unjudged: (report: string, source: string) =>
    `${report} is out and was received, but ${source} gives no closes, so nothing was made of it yet.`,
  unjudgedNext: 'It is tried again every few minutes. The figures are kept: `/release last` shows them.',
  disputed: (report: string) => `Two sources disagree on ${report}:`,
  disputedNext:
    'The print stays as it was seen first, and is not confirmed. Look at the release yourself before you act on it.',
  look: (source: string, headline: string, core: string, at: string) =>
    `- ${source}: headline ${headline}, core ${core} (${at})`,
  silent: 'Sources that failed when they were last asked and have not answered for a day:',
  answered: (at: string) => `answered last ${at}`,
  neverAnswered: 'has never answered',
  silentNext: 'What they alone give is unknown until they do; the rest comes from others.',
  doctor: 'told once a day',
};

/** Words about alerts that are no cards: what is coming, late, missed or not to be relied on. */
export const delivery = { degraded, notices };

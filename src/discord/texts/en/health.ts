import { plural } from '#domain/plural.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import { doctor } from '#discord/texts/en/health/doctor.ts';

const deliveryStates: Readonly<Record<Delivery['state'], string>> = {
  due: 'waiting',
  sending: 'being sent',
  sent: 'arrived',
  dropped: 'given up',
};

/** What each source that asks for a key adds, with it and without it. */
const keys = {
  bls: {
    on: 'BLS key: on, new figures are looked for every 2 seconds.',
    off: 'BLS key: off, 25 questions a day; figures may be seen seconds to minutes later. `BLS_API_KEY` changes that.',
  },
  fred: {
    on: 'FRED: on, a second look at figures and dates, and yields for context.',
    off: 'FRED: off. One source of figures, so prints stay PROVISIONAL; no context, and no interest rate. `FRED_API_KEY` changes that.',
  },
  massive: {
    on: 'Massive: on, breadth from every member of the Russell 2000 and the S&P 500.',
    off: 'Massive: off. Breadth is unknown, which halves the strength of a step. `POLYGON_API_KEY` changes that.',
  },
} as const;

const status = {
  title: '## Status',
  playground: 'Playground: a local Discord on this machine',
  live: 'On Discord',
  recorded: 'Market data: recorded episodes',
  off: 'Market data: live sources are switched off (`LIVE_SOURCES=off`). `/replay episode` plays recorded ones.',
  liveSources:
    'Market data: live. Closes and option chains from Cboe (chains 15 minutes late) and Yahoo Finance, figures from BLS, forecasts from ForexFactory and the Cleveland Fed.',
  keys,
  episode: (title: string) => `Episode: ${title}`,
  running: (version: string, since: string) => `Version ${version}, running since ${since}`,
  clock: (time: string) => `Market clock: ${time}`,
  noChannel: 'No alert channel yet: `/steward setup` names one.',
  channel: (channel: string) => `Alerts go to ${channel}`,
  channelGone: (channel: string) => `The alert channel ${channel} is gone: \`/steward setup\` names another.`,
  missing: (permissions: string) =>
    `Missing there: **${permissions}**. Alerts cannot arrive until a server admin gives them.`,
  permitted: 'every permission is there',
  coming: '**Next**',
  nothingComing: 'Nothing is planned.',
  deliveries: '**Latest messages**',
  noDeliveries: 'None yet.',
  delivery: deliveryStates,
  attempt: (attempt: number) => `attempt ${attempt}`,
  settings: (version: number) => `Settings: version ${version}`,
  calendarEnds: (date: string) => `The release calendar ends ${date}; no later date is known.`,
};

const deliveries = {
  title: '## Deliveries',
  none: 'No release has been published since the bot began to watch.',
  seen: (time: string, source: string) => `seen at ${source} ${time}`,
  evaluated: (time: string) => `evaluated ${time}`,
  notEvaluated: 'not evaluated for this server: it had no alert channel by then, or the release was missed',
  queued: (time: string) => `queued ${time}`,
  notQueued: 'no message: its kind is switched off',
  accepted: (time: string) => `accepted by Discord ${time}`,
  after: (seconds: string) => `${seconds} s after it was seen`,
  waiting: (attempt: number) => `on its way, attempt ${attempt}`,
  dropped: (time: string, reason: string) => `**given up** ${time}: ${reason}`,
  lag: (count: number, p50: string, p95: string) =>
    `From seen to accepted, ${plural(count, 'one message', `${count} messages`)}: p50 ${p50} s, p95 ${p95} s`,
  noLag: 'Discord has accepted nothing yet.',
  replay:
    'In a replay the market clock is simulated and Discord’s is not: how long messages took cannot be told.',
  times: '-# Times in New York. “Evaluated” and “queued” show the instant that the evaluation was for.',
};

const help = {
  title: '## Vega Steward',
  what: [
    'Watches CPI and PPI releases. When a print is weak, small caps lag and both RSI and MACD confirm, it says how far',
    'the VIX-call hedge beside SPX iron condors should be raised, in measured steps, and why.',
  ].join(' '),
  silence:
    'Most prints end in "checked, nothing to do". Each of them is posted too: silence is never an answer.',
  commandsTitle: '**What it can be asked**',
  group: (name: string, description: string) => `\`/${name}\` ${description}`,
  command: (name: string, mark: string) => `${name}${mark.replaceAll('*', '\\*')}`,
  marks: '\\* stewards · \\*\\* Manage Server. Discord shows what each one takes as you type.',
  disclaimer: [
    'Educational model output, not advice. Options can lose their whole value. Check the inputs yourself.',
    'After publicly described methods of others; no affiliation. Data may be late or wrong; past and back-tested',
    'results do not predict. The bot places no orders.',
  ].join(' '),
};

/** What Discord is told of `/steward`, but for its setup. Descriptions have at most 100 characters. */
const commands = {
  steward: 'Setting up the bot, and how it is',
  status: 'Is it alive, what is it waiting for, do its messages arrive',
  doctor: 'Asks every data source, and looks at machine and permissions (stewards)',
  deliveries: 'How the latest releases came here: seen, evaluated, queued, accepted',
  help: 'What this bot does, and what it does not',
};

/** Words about the bot itself: whether it is well, and what it can be asked. */
export const health = { commands, deliveries, doctor, help, status };

import type { Delivery } from '#domain/delivery/delivery.ts';

const deliveries: Readonly<Record<Delivery['state'], string>> = {
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

export const status = {
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
  delivery: deliveries,
  attempt: (attempt: number) => `attempt ${attempt}`,
  settings: (version: number) => `Settings: version ${version}`,
  calendarEnds: (date: string) => `The release calendar ends ${date}; no later date is known.`,
};

import type { Delivery } from '../../../domain/delivery.ts';

const deliveries: Readonly<Record<Delivery['state'], string>> = {
  due: 'waiting',
  sending: 'being sent',
  sent: 'arrived',
  dropped: 'given up',
};

export const status = {
  title: '## Status',
  playground: 'Playground: a local Discord on this machine',
  live: 'On Discord',
  recorded: 'Market data: recorded episodes',
  notConnected: 'Market data: no live source is connected yet. `/replay episode` plays recorded ones.',
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

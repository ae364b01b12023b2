import type { NothingYet, StoreUnusable } from '#domain/problem.ts';

const nothingYet: Readonly<Record<NothingYet['what'], string>> = {
  decision: 'Nothing has been evaluated yet. The first evaluation comes with the next CPI or PPI release.',
  checklist: 'There is no checklist yet. The first one comes with the next CPI or PPI release.',
  release: 'No release is known yet.',
};

const store: Readonly<Record<StoreUnusable['why'], string>> = {
  locked: 'another process has it open',
  corrupt: 'it is damaged',
  newer: 'a newer version of the bot wrote it',
  full: 'its disk is full, and nothing was changed',
  unreadable: 'it cannot be read',
};

export const problems = {
  notSteward: 'Only stewards of this server may do that. `/steward setup` names their role.',
  notManager: 'Only members with the permission Manage Server may do that.',
  outsideServer: 'This works in a server only: alerts and thresholds belong to one.',
  unknownSetting: (key: string) => `There is no threshold ${key}.`,
  similar: (keys: string) => `Did you mean ${keys}?`,
  listThem: '`/thresholds view` lists them.',
  invalidSetting: (key: string, expected: string) => `${key} was not changed: it takes ${expected}.`,
  unknownDecision: (id: string) =>
    `There is no decision ${id} in this server. Choose one from the list that opens while you type.`,
  unknownEpisode: (id: string, known: string) => `There is no recorded episode ${id}. There are: ${known}.`,
  expiredCard: 'This card has been superseded. `/checklist show` opens the current one.',
  nothingYet,
  noLiveSources:
    'Live sources are switched off here (`LIVE_SOURCES=off`), so there is nothing to evaluate. `/replay episode` plays recorded data.',
  replayRunning: (episode: string) => `A replay of ${episode} is running here. Wait until it has ended.`,
  sourceUnavailable: (source: string) => `${source} is not answering. Try again in a few minutes.`,
  sourceChanged: (source: string) => `${source} changed its format. This needs a fix on our side.`,
  channelGone: (channel: string) =>
    `There is no channel ${channel} in this server any more. Name another with \`/steward setup\`.`,
  channelForbidden: (channel: string, missing: string) =>
    `I may not write in ${channel}${missing}. A server admin can give the permission in the channel's settings.`,
  missing: (permissions: string) => ` (missing: ${permissions})`,
  sendFailed: 'Discord did not take the message this time. Try again in a minute.',
  sendRefused: 'Discord refused the message. The operator of this bot finds the reason in its log.',
  store: (why: string) => `What the bot keeps cannot be used: ${why}. Its operator has to look.`,
  whyStore: store,
  ourSide: 'Something went wrong on our side.',
  tooSlow: 'This took too long and was stopped. Try again in a minute.',
  reference: (id: string) => `-# Reference ${id}`,
};

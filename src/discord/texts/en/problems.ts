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

/** What is said at a terminal instead, where there are no commands of Discord's. */
const terminal = {
  unknownEpisode: (id: string, known: string) =>
    `There is no recorded episode of ${id}. There are: ${known}.`,
  unknownSetting: (key: string) => `There is no threshold ${key}.`,
  invalidSetting: (key: string, expected: string) => `${key} takes ${expected}.`,
  unknownPreset: (preset: string, known: string) => `There is no preset ${preset}. There are: ${known}.`,
  store: {
    locked: (file: string) =>
      `${file} is in use by another process. Stop that one, or give this one a folder of its own with DATA_DIR.`,
    corrupt: (file: string) =>
      `${file} is damaged and was left as it is. Restore a copy, or move it away to begin anew.`,
    newer: (file: string) =>
      `${file} was written by a newer version and was left as it is. Update Vega Steward, or choose another folder with DATA_DIR.`,
    full: (file: string) =>
      `There is no room on the disk of ${file}. Make some, and start again: nothing is half-written.`,
    unreadable: (file: string) =>
      `${file} cannot be read or written. Check who owns the folder, or choose another one with DATA_DIR.`,
  } satisfies Readonly<Record<StoreUnusable['why'], (file: string) => string>>,
};

/** What went wrong, and what to do about it. */
export const problems = {
  terminal,
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
  expiredCard: 'This card is old. `/checklist show` opens the current one.',
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
  storedRow: (table: string, id: string, place: string) =>
    `What the bot keeps as ${table} ${id} is damaged${place === '' ? '' : ` at ${place}`}. Its operator has to look; all else goes on.`,
  whyStore: store,
  ourSide: 'Something went wrong on our side.',
  tooSlow: 'This took too long and was stopped. Try again in a minute.',
  reference: (id: string) => `-# Reference ${id}`,
};

import { plural } from '#domain/plural.ts';

/** What Discord is told of `/thresholds` and `/steward setup`. Descriptions have at most 100 characters. */
const commands = {
  thresholds: 'The numbers that the rules are held against',
  view: { description: 'Every threshold of a group: value, default, range', group: 'Which group' },
  set: {
    description: 'Change one threshold (Manage Server)',
    key: 'Which one; begin to type to choose',
    value: 'The new value, such as -1.2 or 15,20,25',
  },
  preset: {
    description: 'Take a named set of thresholds (Manage Server)',
    name: 'Which one; begin to type to choose',
  },
  preview: {
    description: 'What another threshold or a preset would have made of the last 60 prints',
    key: 'A threshold; begin to type to choose',
    value: 'The value to try, such as -0.8',
    preset: 'Or a preset; begin to type to choose',
  },
  undo: { description: 'Take the last change of thresholds back (Manage Server)' },
  changes: {
    description: 'Who changed which threshold, when, from what to what',
    page: 'Further back; 1 is the latest',
  },
  exported: { description: 'Every threshold as JSON, without what belongs to this server alone' },
  imported: {
    description: 'Take thresholds from JSON as export gives it (Manage Server)',
    json: 'Paste the whole of it',
  },
  setup: {
    description: 'Say where alerts go and what the server holds (Manage Server)',
    channel: 'Where alerts are posted',
    stewards: 'Who may tick and replay, besides Manage Server',
    mention: 'Who is mentioned at CAPITULATION and UNWIND',
    condors: 'Open SPX iron condors',
    hedge: 'VIX calls of the first three hedge expirations, nearest first, such as 4,4,2',
  },
};

/** One group of thresholds, and one change. */
const thresholds = {
  title: (group: string) => `## Thresholds: ${group}`,
  version: (version: number) => `Settings version ${version}.`,
  line: (key: string, value: string, unit: string) => `${key} **${value}**${unit}`,
  unit: (unit: string) => ` ${unit}`,
  changedFrom: (usual: string) => `default ${usual}`,
  range: (range: string) => `range ${range}`,
  another: 'Another group',
  change: 'Change one of these',
  changes: '**Latest changes**',
  changeBy: (change: string, by: string, at: string) => `${change}, ${by} ${at}`,
  changeOf: (key: string, from: string, to: string) => `${key} ${from} → ${to}`,
  changed: (key: string, from: string, to: string) => `${key} changed: **${from} → ${to}**`,
  same: (key: string, value: string) => `${key} is ${value} already.`,
  counts: (version: number) => `Settings version ${version}. It counts from the next evaluation on.`,
  formTitle: (key: string) => `Change ${key}`,
  formLabel: 'New value',
};

const setup = {
  done: '## Set up',
  ready: 'Every permission is there: the next alert will arrive.',
  channel: (channel: string) => `Alerts go to ${channel}.`,
  stewards: (role: string) => `Stewards: ${role} and Manage Server.`,
  managersOnly: 'Stewards: Manage Server only.',
  mention: (role: string) => `Mentioned at CAPITULATION and UNWIND: ${role}.`,
  mentionNobody: 'Nobody is mentioned.',
  book: (condors: string, hedge: string) =>
    `Counts: ${condors} condors, ${hedge} calls. They are **counts only**: while the book has no lots, H, cover and tickets are unknown and fills are told in percent. \`/book condor\` and \`/book hedge\` make lots of them, \`/book import\` reads a file.`,
  noBook: 'No counts. `/book show` lists lots; without either, alerts show the multiplier and no contracts.',
  next: 'Every threshold can be changed: `/thresholds view`.',
};

/** A change of several thresholds at once. */
const edits = {
  done: (count: number) => plural(count, '## One threshold changed', `## ${count} thresholds changed`),
  none: 'All of these are set so already: nothing was changed.',
  line: (key: string, from: string, to: string) => `${key} ${from} → **${to}**`,
  lines: 'changes',
  counts: (version: number) => `Settings version ${version}. It counts from the next evaluation on.`,
  undo: 'Take it back',
  switched: (from: string, to: string) =>
    `What a step of the ratio scales went back with it: \`ratio.meaning\` is **${to}** again, no longer ${from}. \`/hedge plan\` shows what a step comes to now.`,
  retired: (key: string, reason: string) => `${key} is gone and was left out: ${reason}.`,
  unswitched: (to: string) =>
    `\`ratio.meaning\` was left as it is, not switched to ${to}: it changes what every later step means in contracts. \`/thresholds set key:ratio.meaning value:${to}\` shows both plans and asks.`,
};

const changes = {
  title: '## Changes of thresholds',
  none: 'Nothing was ever changed: every threshold is at its default.',
  line: (change: string, by: string, at: string) => `${change}, ${by} ${at}`,
  change: (key: string, from: string, to: string) => `${key} ${from} → ${to}`,
  retired: (key: string, from: string, reason: string) => `${key} was ${from} and is gone: ${reason}`,
  page: (page: number, pages: number, count: number) =>
    `Page ${page} of ${pages}, ${count} changes kept (the last hundred).`,
};

const exported = {
  title: '## Thresholds as JSON',
  how: 'Paste the file’s text into `/thresholds import`. Channel and roles are left out.',
  description: 'Every threshold as JSON',
};

/** What other thresholds would have made of the latest prints. */
const shadow = {
  title: (wish: string) => `## If it had been ${wish}`,
  summary: (old: number, next: number, overlap: number, prints: number) =>
    `old ${old} alerts, new ${next}, overlap ${overlap} over the last ${prints} prints`,
  same: 'Nothing would change: these values are set already.',
  span: (from: string, until: string, source: string) =>
    `Prints from ${from} to ${until}, ${source}, through the engine that evaluates live.`,
  sources: {
    folder: 'from the recorded history',
    store: 'those that this bot received itself',
    both: 'from the recorded history and what this bot received',
  },
  meaning:
    'A print alerts when a close of its window reaches `alerts.minState`. What would have alerted is not what would have paid.',
  list: 'prints',
  row: (release: string, old: string, next: string) => `${release}: ${old} → ${next}`,
  silent: (state: string) => `no alert (${state})`,
  alert: (state: string) => state,
  raised: (state: string) => `${state}, hedge raised`,
  apply: 'Apply it',
  ask: 'Name a threshold with a value, or a preset: `/thresholds preview key:rsi.rutMax value:40`.',
  tooLong: 'This is too long for a button: `/thresholds set` takes it.',
};

const problems = {
  unknownPreset: (preset: string, known: string) => `There is no preset ${preset}. There are: ${known}.`,
  importRefused: (why: string) => `Nothing was imported: ${why}.`,
  nothingToUndo: 'No change is left that could be taken back.',
  settingsMoved: (seen: number, present: number) =>
    `Nothing was changed: the settings went from version ${seen} to ${present} in the meantime. Look again first.`,
};

/** Words about thresholds and setting up: what they are, what was changed, and what a change would have made. */
export const settings = { changes, commands, edits, exported, problems, setup, shadow, thresholds };
